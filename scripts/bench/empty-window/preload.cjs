const { ipcRenderer } = require('electron');

new PerformanceObserver((list) => {
  const [entry] = list.getEntriesByName('first-contentful-paint');
  if (entry) ipcRenderer.send('first-paint', performance.timeOrigin + entry.startTime);
}).observe({ type: 'paint', buffered: true });
