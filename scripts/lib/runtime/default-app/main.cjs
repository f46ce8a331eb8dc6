// What Electron's own default app does for `electron FOLDER`, for a runtime that came without it.
const { app } = require('electron');
const fs = require('node:fs');
const path = require('node:path');

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (!folder) {
  process.stderr.write('usage: electron FOLDER [arguments]\n');
  app.exit(2);
} else {
  const appPath = path.resolve(folder);
  const manifest = fs.statSync(appPath).isDirectory()
    ? JSON.parse(fs.readFileSync(path.join(appPath, 'package.json'), 'utf8'))
    : { name: path.basename(appPath, path.extname(appPath)), main: appPath };
  const name = manifest.productName || manifest.name;
  if (manifest.version) app.setVersion(manifest.version);
  if (name) app.setName(name);
  app.setAppPath(appPath);
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', path.join(app.getPath('appData'), name));
  }
  require(path.resolve(appPath, manifest.main || 'index.js'));
}
