import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { type Language, type NativeMessage, say } from './native.messages';

/** What a right click offers: cut, copy and paste where there is text, otherwise nothing. */
export function offerContextMenu(window: BrowserWindow, readLanguage: () => Language): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    const entry = (
      role: 'cut' | 'copy' | 'paste' | 'selectAll',
      key: NativeMessage,
      enabled: boolean,
    ): MenuItemConstructorOptions => ({ role, label: say(readLanguage(), key), enabled });
    const copy = entry('copy', 'menuCopy', editFlags.canCopy);
    const items = isEditable
      ? [
          entry('cut', 'menuCut', editFlags.canCut),
          copy,
          entry('paste', 'menuPaste', editFlags.canPaste),
          entry('selectAll', 'menuSelectAll', editFlags.canSelectAll),
        ]
      : [copy];
    if (isEditable || selectionText.trim() !== '') Menu.buildFromTemplate(items).popup({ window });
  });
}
