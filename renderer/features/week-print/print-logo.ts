import { z } from 'zod';

/** The row of `modelSettings` that holds the leader's sign for printed sheets. */
export const PRINT_LOGO_ID = 'print-logo';

/** A data URL of at most some 300 kB: it travels with the settings of the workspace. */
export const printLogoSchema = z.object({
  picture: z
    .string()
    .max(400_000)
    .regex(/^data:image\/png;base64,[A-Za-z0-9+/=]+$/),
});
export type PrintLogo = z.infer<typeof printLogoSchema>;

export function readPrintLogo(stored: unknown): PrintLogo | undefined {
  return printLogoSchema.safeParse(stored).data;
}
