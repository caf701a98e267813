// Says that scripts run, before the page is drawn: what needs them shows from the first moment, and nothing moves later.
document.documentElement.className += " js-enabled";
