import type { AuditPhoto } from '@shared/domain/sop/audit.schema';
import { v7 } from 'uuid';
import { execute } from '@/db/client';
import { bridge } from '@/platform/bridge';
import { reportError } from '@/platform/log';
import { forgetDecidedPhotos, keepPhoto, removePhoto } from '../photo.commands';
import { shrinkPicture } from './shrink-picture';

type Whose = Pick<AuditPhoto, 'memberId' | 'runId' | 'kind'>;

/** The file first: whoever sees the row looks for the picture at once. Without a row it goes again. */
export async function keepPicture(file: Blob, whose: Whose): Promise<void> {
  const { bytes, mimeType } = await shrinkPicture(file);
  const id = v7();
  await bridge.keepPicture(id, bytes, mimeType);
  try {
    await execute(keepPhoto, { ...whose, id, mimeType, byteCount: bytes.length });
  } catch (error) {
    await bridge.removePicture(id);
    throw error;
  }
}

/** The file first: once the row is gone nobody would know of it. */
export async function removePicture(id: string): Promise<void> {
  await bridge.removePicture(id);
  await execute(removePhoto, { id });
}

/** Takes away the pictures of a run's decided people; how many. */
export async function forgetPictures(runId: string): Promise<number> {
  const { removed } = await execute(forgetDecidedPhotos, { runId });
  for (const id of removed) {
    await bridge.removePicture(id).catch((error: unknown) => reportError('rejection', error));
  }
  return removed.length;
}
