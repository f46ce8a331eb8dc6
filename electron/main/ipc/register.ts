import { IPC_DOOR } from '@shared/contracts/ipc-door';
import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { isAppUrl } from '../security/origin';
import { type Caller, createDispatcher, type DispatchParts } from './dispatch';

function describeCaller(event: IpcMainInvokeEvent): Caller {
  const frame = event.senderFrame;
  return {
    contentsId: event.sender.id,
    // A frame that has gone is null: nobody to trust.
    isMainFrame: frame !== null && frame === event.sender.mainFrame,
    url: frame?.url ?? '',
  };
}

/** Only the top frame of a window we opened, and only while it shows our own page. */
export function isTrustedCaller(caller: Caller, windowIds: ReadonlySet<number>): boolean {
  return windowIds.has(caller.contentsId) && caller.isMainFrame && isAppUrl(caller.url);
}

/** The only user of `ipcMain`. */
export function registerIpc(parts: DispatchParts): void {
  const dispatch = createDispatcher(parts);
  ipcMain.handle(IPC_DOOR, (event, name: unknown, args: unknown) =>
    dispatch(describeCaller(event), name, args),
  );
}
