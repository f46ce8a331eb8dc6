import { IPC_DOOR } from '@shared/contracts/ipc-door';
import { type IpcMainInvokeEvent, ipcMain } from 'electron';
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

/** The only user of `ipcMain`. */
export function registerIpc(parts: DispatchParts): void {
  const dispatch = createDispatcher(parts);
  ipcMain.handle(IPC_DOOR, (event, name: unknown, args: unknown) =>
    dispatch(describeCaller(event), name, args),
  );
}
