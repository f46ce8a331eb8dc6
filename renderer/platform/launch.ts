import type { Launch } from '@shared/contracts/ipc';

/** Written into `index.html` by main, so that nothing has to be asked before the first paint. */
function readLaunch(): Launch {
  const text = document.getElementById('launch')?.textContent;
  if (!text) throw new Error('index.html carries no launch values');
  return JSON.parse(text);
}

export const launch: Launch = readLaunch();
