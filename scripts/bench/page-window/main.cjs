// A bare window of the console's origin that runs one page of a bench and reports how it ended: by a
// title that begins with done or failed. Arguments: --page=FOLDER of the built page, --query=…,
// --file=PATH of a file that the page may fetch as /file, --data=FOLDER of the user's data.
const { app, BrowserWindow, protocol } = require('electron');
const fs = require('node:fs');
const path = require('node:path');

const argument = (name) =>
  (process.argv.find((arg) => arg.startsWith(`--${name}=`)) ?? '').slice(name.length + 3);
const folder = argument('data');
if (folder) app.setPath('userData', folder);

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

app.whenReady().then(() => {
  protocol.handle('app', (request) => {
    const { pathname } = new URL(request.url);
    const file =
      pathname === '/file'
        ? argument('file')
        : path.join(argument('page'), decodeURIComponent(pathname));
    return new Response(fs.readFileSync(file), {
      headers: { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' },
    });
  });
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  window.webContents.on('console-message', (_event, _level, message) => {
    process.stderr.write(`${message}\n`);
  });
  window.webContents.on('page-title-updated', (_event, title) => {
    if (!title.startsWith('done') && !title.startsWith('failed')) return;
    process.stdout.write(`${title}\n`);
    app.quit();
  });
  window.loadURL(`app://qunduo/index.html?${argument('query')}`);
});
