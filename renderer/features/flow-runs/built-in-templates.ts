import { type SopTemplate, sopTemplateSchema } from '@shared/domain/sop/sop.schema';

/** Every flow that comes with the console is one file; a new file needs no other line. */
const files = import.meta.glob<unknown>('../../../resources/templates/sop-*.json', {
  eager: true,
  import: 'default',
});

let parsed: readonly SopTemplate[] | undefined;

/** The flows that come with the console, as data; a workspace's own versions go before them. */
export function builtInTemplates(): readonly SopTemplate[] {
  parsed ??= Object.values(files).map((file) => sopTemplateSchema.parse(file));
  return parsed;
}
