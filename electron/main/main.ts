import { app } from 'electron';
import { say } from './native/native.messages';
import { declareAppScheme } from './protocol';
import { chooseRoot, prepareDataFolder } from './start/data-folder';
import { guardStandardOutput, printLine } from './start/phases';
import { startConsole } from './start/start-console';

guardStandardOutput();
app.setName('Qunduo');
// As root Chromium runs only with --no-sandbox, and the two together start no process at all.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
declareAppScheme();

const choice = chooseRoot(app.commandLine.getSwitchValue('user-data-dir'), app.getPath('appData'));
const prepared = prepareDataFolder(choice.root);

if (!prepared.ok) {
  const { reason } = prepared;
  import('./start/start-failure')
    .then(({ startWithoutData }) => startWithoutData(choice, reason))
    .catch(() => app.exit(1));
} else {
  app.setPath('userData', choice.root);
  // Two programs on one IndexedDB would destroy it.
  if (app.requestSingleInstanceLock()) {
    startConsole(prepared.folder);
  } else {
    printLine(`qunduo: ${say('zh-CN', 'alreadyRunning')}`);
    printLine(`qunduo: ${say('en', 'alreadyRunning')}`);
    app.exit(0);
  }
}
