// The floor of the start-up bench: the least that shows a window of the console's kind.
// Same scheme, sandbox and policy, one line of text, and not a byte of the console itself.
const { app, BrowserWindow, ipcMain, protocol } = require('electron');
const fs = require('node:fs');
const path = require('node:path');

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'";

// The same word that the console prints, so that one reader serves both.
ipcMain.on('first-paint', (_event, at) => {
  process.stdout.write(`qunduo-phase ${JSON.stringify({ phase: 'first-paint', at })}\n`);
});

app.whenReady().then(() => {
  const page = fs.readFileSync(path.join(__dirname, 'index.html'));
  protocol.handle(
    'app',
    () =>
      new Response(page, {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': policy,
        },
      }),
  );
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    show: false,
    webPreferences: { preload: path.join(__dirname, 'preload.cjs'), sandbox: true },
  });
  window.once('ready-to-show', () => window.show());
  window.loadURL('app://empty/index.html');
});
app.on('window-all-closed', () => app.quit());
