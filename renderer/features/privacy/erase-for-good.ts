import { execute } from '@/db/client';
import { forgetErased } from '@/db/forget-erased';
import { bridge } from '@/platform/bridge';
import { reportError } from '@/platform/log';
import { eraseMember } from './privacy.commands';

type EraseInput = { memberId: string; reason: string; keepRisk: boolean };

/**
 * Erases a member here, tells the list that outlives every restore, and has the journal forget. Says
 * whether the last of it is done; if not (a full disk), the next start does it.
 */
export async function eraseForGood({ reason, ...input }: EraseInput): Promise<boolean> {
  const { erasure, pictures } = await execute(eraseMember, {
    ...input,
    ...(reason ? { reason } : {}),
  });
  try {
    for (const id of pictures) await bridge.removePicture(id);
    await bridge.keepErasures([erasure]);
    return await forgetErased();
  } catch (error) {
    reportError('rejection', error);
    return false;
  }
}
