import { z } from 'zod';

/** The row of `modelSettings` that holds the workspace's variables. */
export const SEND_VARIABLES_ID = 'send-variables';

export const variableNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(20)
  .regex(/^[^{}｛｝\n]+$/);

/** Braces of either width would be taken for a variable. */
export const hasBraces = (text: string): boolean => /[{}｛｝]/.test(text);

/** Without braces: what a value brings is not filled again, and would go out as it stands. */
export const variableValueSchema = z
  .string()
  .max(500)
  .refine((value) => !hasBraces(value));

const sendVariablesSchema = z.object({ values: z.record(variableNameSchema, variableValueSchema) });
/** What stands in the place of `{name}`, by name. */
export type SendVariables = z.infer<typeof sendVariablesSchema>['values'];

/** What is stored, or nothing where nothing readable is. */
export function readSendVariables(stored: unknown): SendVariables {
  return sendVariablesSchema.safeParse(stored).data?.values ?? {};
}
