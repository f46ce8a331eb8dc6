import { auditPhotoSchema } from '@shared/domain/sop/audit.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { joinId } from '@shared/lib/record-ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

/**
 * Says that there is a picture. None of these can be undone: a row that came back would promise a
 * picture that is gone for good.
 */
export const keepPhoto = defineCommand({
  name: 'audit.keepPhoto',
  input: auditPhotoSchema
    .pick({ id: true, memberId: true, runId: true, mimeType: true, byteCount: true })
    .extend({
      kind: auditPhotoSchema.shape.kind.unwrap(),
    }),
  entities: ['auditPhotos', 'audits'],
  undoable: false,
  label: () => ({ zh: '添加审核照片', en: 'Add a picture to an audit' }),
  run: async (tx, photo) => {
    const auditId = joinId(photo.memberId, photo.runId);
    if (!(await tx.get('audits', auditId))) throw new ExpectedError('sop-not-found');
    await tx.create('auditPhotos', {
      ...photo,
      auditId,
      at: tx.now,
      ...(tx.actor && { by: tx.actor }),
    });
  },
});

export const removePhoto = defineCommand({
  name: 'audit.removePhoto',
  input: z.object({ id: idSchema }),
  entities: ['auditPhotos'],
  undoable: false,
  label: () => ({ zh: '删除审核照片', en: 'Remove a picture of an audit' }),
  run: async (tx, { id }) => {
    if (await tx.get('auditPhotos', id)) await tx.remove('auditPhotos', id);
  },
});

/** Takes away the pictures of everybody of a run who is decided on; their ids, for the files. */
export const forgetDecidedPhotos = defineCommand({
  name: 'audit.forgetDecidedPhotos',
  input: z.object({ runId: idSchema }),
  entities: ['auditPhotos', 'audits'],
  undoable: false,
  label: () => ({ zh: '删除已审核的人的照片', en: 'Remove the pictures of decided people' }),
  run: async (tx, { runId }) => {
    const removed: string[] = [];
    for (const photo of await tx.all('auditPhotos')) {
      if (photo.runId !== runId) continue;
      const audit = await tx.get('audits', photo.auditId);
      if (audit?.status === 'waiting' || audit?.status === 'askAgain') continue;
      await tx.remove('auditPhotos', photo.id);
      removed.push(photo.id);
    }
    return { removed };
  },
});
