import { type SopTemplate, sopTemplateSchema } from '@shared/domain/sop/sop.schema';

/**
 * Every flow that comes with the console is one file; a new file needs no other line. They stay text
 * until somebody asks: the start of the console does not read a hundred kilobytes of them.
 */
const files = import.meta.glob<string>('../../../resources/templates/sop-*.json', {
  eager: true,
  query: '?raw',
  import: 'default',
});

let parsed: readonly SopTemplate[] | undefined;

/** The flows that come with the console, as data; a workspace's own versions go before them. */
export function builtInTemplates(): readonly SopTemplate[] {
  parsed ??= Object.values(files).map((file) => sopTemplateSchema.parse(JSON.parse(file)));
  return parsed;
}
