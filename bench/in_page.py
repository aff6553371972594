"""Scripts that measure inside the page, where no message to a driver comes between. All times are milliseconds."""

# Clicks Run; resolves when the console holds `marker` with the time to it and the longest task of the page.
RUN_UNTIL = """(marker) => new Promise((resolve) => {
  const log = document.querySelector('[role=log]');
  const run = document.querySelector('[data-run]');
  let longest = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
  });
  tasks.observe({ type: 'longtask' });
  const began = performance.now();
  const seen = new MutationObserver(() => {
    const text = log.lastElementChild ? log.lastElementChild.textContent : '';
    if (!text.includes(marker)) return;
    seen.disconnect();
    const time = performance.now() - began;
    setTimeout(() => { tasks.disconnect(); resolve({ time, longest }); }, 300);
  });
  seen.observe(log, { subtree: true, childList: true, characterData: true });
  run.click();
})"""

# Answers Program input as soon as it has the focus, until the page is left.
ANSWER_AT_ONCE = """() => document.addEventListener('focusin', (event) => {
  const field = event.target;
  if (field.ariaLabel !== 'Program input') return;
  queueMicrotask(() => { field.value = 'x'; field.form.requestSubmit(); });
})"""

# Clicks Stop and resolves with the time until the status says so.
STOP = """() => new Promise((resolve) => {
  const status = document.querySelector('[data-run-status]');
  const began = performance.now();
  const seen = new MutationObserver(() => {
    if (status.textContent !== 'Stopped') return;
    seen.disconnect();
    resolve(performance.now() - began);
  });
  seen.observe(status, { subtree: true, childList: true, characterData: true });
  document.querySelector('[data-stop]').click();
})"""
