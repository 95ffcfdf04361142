// Runs before the first paint, so that a stored choice of theme or language never flashes the other one.
(function () {
  try {
    const theme = localStorage.getItem('doorstep.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    const locale = localStorage.getItem('doorstep.locale');
    if (locale === 'en' || locale === 'zh-CN') document.documentElement.lang = locale;
  } catch {
    // Storage may be closed to us (private window): the system's theme is used.
  }
})();
