import { z } from 'zod';
import { defineCommand } from '@/db/command';
import { PRINT_LOGO_ID, printLogoSchema } from './print-logo';

/** The sign that stands on every printed sheet; null takes it away. */
export const setPrintLogo = defineCommand({
  name: 'weekPrint.setLogo',
  input: z.object({ logo: printLogoSchema.nullable() }),
  entities: ['modelSettings'],
  label: ({ logo }) =>
    logo === null
      ? { zh: '去掉打印的标志', en: 'Remove the logo from print' }
      : { zh: '换打印的标志', en: 'Change the logo in print' },
  run: async (tx, { logo }) => {
    const isStored = (await tx.get('modelSettings', PRINT_LOGO_ID)) !== undefined;
    if (logo === null) {
      if (isStored) await tx.remove('modelSettings', PRINT_LOGO_ID);
      return;
    }
    const patch = { settings: logo, changedAt: tx.now };
    if (isStored) await tx.update('modelSettings', PRINT_LOGO_ID, patch);
    else await tx.create('modelSettings', { id: PRINT_LOGO_ID, ...patch });
  },
});
