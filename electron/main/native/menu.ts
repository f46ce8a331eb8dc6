import { app, Menu } from 'electron';
import { buildMenuTemplate, type MenuParts } from './menu-template';

export function showMenu(parts: MenuParts): void {
  const template = buildMenuTemplate(parts, process.platform === 'darwin', app.isPackaged);
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
