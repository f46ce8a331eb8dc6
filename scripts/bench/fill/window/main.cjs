// A bare window of the console's origin that runs the filling page and reports how it ended.
// Arguments: --page=FOLDER of the built page, --query=members=…&orders=….
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
    const file = path.join(argument('page'), decodeURIComponent(new URL(request.url).pathname));
    return new Response(fs.readFileSync(file), {
      headers: { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' },
    });
  });
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  window.webContents.on('console-message', (_event, _level, message) => {
    process.stderr.write(`${message}\n`);
  });
  window.webContents.on('page-title-updated', (_event, title) => {
    if (!title.startsWith('filled') && !title.startsWith('failed')) return;
    process.stdout.write(`${title}\n`);
    app.quit();
  });
  window.loadURL(`app://qunduo/index.html?${argument('query')}`);
});
