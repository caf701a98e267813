// What a reader chose, for the next page. A browser may refuse to keep it: then the choice holds for this page alone.
export function recall(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Refused.
  }
}
