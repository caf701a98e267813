// Runs before the first paint, so that buttons which need scripts show at once and nothing moves later.
document.documentElement.className += " js-enabled";
