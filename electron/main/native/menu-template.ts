import type { MenuCommand } from '@shared/contracts/ipc';
import type { MenuItemConstructorOptions } from 'electron';
import { type Language, type NativeMessage, say } from './native.messages';

export type MenuParts = {
  language: Language;
  send: (command: MenuCommand) => void;
  showBackups: () => void;
  showAbout: () => void;
};

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/** The native menu; product commands go to the window, the rest is the system's own. */
export function buildMenuTemplate(parts: MenuParts, isMac: boolean, isPackaged: boolean) {
  const word = (key: NativeMessage) => say(parts.language, key);
  const command = (
    name: MenuCommand,
    key: NativeMessage,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    id: name,
    label: word(key),
    click: () => parts.send(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const role = (
    name: NonNullable<MenuItemConstructorOptions['role']>,
    key: NativeMessage,
  ): MenuItemConstructorOptions => ({ role: name, label: word(key) });
  const settings = command('settings', 'menuSettings', 'CmdOrCtrl+,');
  const about: MenuItemConstructorOptions = {
    id: 'about-box',
    label: word('menuAbout'),
    click: parts.showAbout,
  };
  const quit = role('quit', 'menuQuit');

  const appMenu: MenuItemConstructorOptions = {
    label: word('appName'),
    submenu: [
      about,
      SEPARATOR,
      settings,
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      quit,
    ],
  };
  const file: MenuItemConstructorOptions = {
    label: word('menuFile'),
    submenu: [
      command('import', 'menuImport', 'CmdOrCtrl+I'),
      command('print', 'menuPrint', 'CmdOrCtrl+P'),
      SEPARATOR,
      command('backup', 'menuBackup'),
      { id: 'show-backups', label: word('menuShowBackups'), click: parts.showBackups },
      ...(isMac ? [] : [SEPARATOR, settings, SEPARATOR, quit]),
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: word('menuEdit'),
    submenu: [
      command('undo', 'menuUndo', 'CmdOrCtrl+Z'),
      command('redo', 'menuRedo', isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
      SEPARATOR,
      role('cut', 'menuCut'),
      role('copy', 'menuCopy'),
      role('paste', 'menuPaste'),
      role('selectAll', 'menuSelectAll'),
      SEPARATOR,
      command('search', 'menuSearch', 'CmdOrCtrl+K'),
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: word('menuView'),
    submenu: [
      role('zoomIn', 'menuZoomIn'),
      role('zoomOut', 'menuZoomOut'),
      role('resetZoom', 'menuZoomReset'),
      SEPARATOR,
      role('togglefullscreen', 'menuFullScreen'),
      ...(isPackaged
        ? []
        : [SEPARATOR, role('reload', 'menuReload'), role('toggleDevTools', 'menuDevTools')]),
    ],
  };
  const window: MenuItemConstructorOptions = {
    label: word('menuWindow'),
    submenu: [role('minimize', 'menuMinimize'), role('close', 'menuClose')],
  };
  const help: MenuItemConstructorOptions = {
    role: 'help',
    label: word('menuHelp'),
    submenu: [about],
  };
  return isMac ? [appMenu, file, edit, view, window, help] : [file, edit, view, window, help];
}
