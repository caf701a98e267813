// What a reader chose, for the next page. A browser may refuse to keep it: then the choice holds for this page alone.
export function readPreference(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function savePreference(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Refused.
  }
}
