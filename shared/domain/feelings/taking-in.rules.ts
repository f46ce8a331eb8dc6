import type { Interaction } from '../interactions/interaction.schema';
import type { Comment } from './comment.schema';
import type { Correction } from './corrections';
import type { FeelingReader } from './feeling-reader';
import { textKey } from './reading/plain-text';

/** Shows the named fields of every stored comment. */
type ScanComments = (
  fields: readonly string[],
  visit: (row: Record<string, unknown>) => void,
) => Promise<void>;

/** What was corrected by hand, out of all stored comments; texts are only opened when there is any. */
export async function readCorrections(scan: ScanComments): Promise<Correction[]> {
  let isAny = false;
  await scan(['id', 'isCorrected'], (row) => {
    if (row.isCorrected === true) isAny = true;
  });
  if (!isAny) return [];
  const found: Correction[] = [];
  await scan(['id', 'isCorrected', 'text', 'feeling', 'intensity', 'topic'], (row) => {
    if (row.isCorrected !== true) return;
    const { id, text, feeling, intensity, topic } = row as unknown as Correction;
    found.push({ id, text, feeling, intensity, topic });
  });
  return found;
}

/** What a reader says of a text, as fields of a comment. */
export function readFields(
  reader: FeelingReader,
  text: string,
): Pick<Comment, 'feeling' | 'score' | 'intensity' | 'topic' | 'model'> {
  const { feeling, score, intensity, topic } = reader.read(text);
  return { feeling, score, intensity, topic, model: reader.model };
}

/**
 * The same of what was filed under a kind of its own: an everyday line (晒一下晚饭, 哪里产的) in which
 * nothing praises or complains is no complaint, however much of its wording stands in bad reviews.
 */
export function readFiled(reader: FeelingReader, text: string): ReturnType<typeof readFields> {
  const read = readFields(reader, text);
  if (read.feeling !== 'bad') return read;
  const { line, words, isByHand } = reader.explain(text);
  const isWorded = line === 'opinion' || line === 'mixed';
  if (isByHand || isWorded || words.some(({ kind }) => kind === 'complaint')) return read;
  return { ...read, feeling: 'unsure', intensity: 0 };
}

/**
 * Interactions in which the person says something. Of a check-in, a share or an event the text says
 * what was done (打卡, 转发了…); notes are the leader's own words.
 */
const SPOKEN: ReadonlySet<Interaction['kind']> = new Set([
  'ugc',
  'question',
  'answer',
  'complaint',
  'nps',
]);

/**
 * The comment that an interaction's text is, if it is one. Filed as a complaint it is at least a
 * remark, and none that the model is unsure of passes for neutral.
 */
export function commentOfInteraction(
  interaction: Interaction,
  reader: FeelingReader,
): Omit<Comment, 'id'> | undefined {
  const { id, memberId, kind, at, groupId, batchId, text = '' } = interaction;
  if (!SPOKEN.has(kind) || text.trim() === '') return undefined;
  const read = readFiled(reader, text);
  const isFiled = kind === 'complaint' && read.feeling === 'unsure';
  return {
    memberId,
    at,
    origin: 'interaction',
    interactionId: id,
    text,
    isCorrected: false,
    ...read,
    ...(isFiled && { feeling: 'bad' as const, intensity: Math.max(1, read.intensity) }),
    ...(groupId !== undefined && { groupId }),
    ...(batchId !== undefined && { batchId }),
  };
}

const MINUTE_MS = 60_000;

/** What two records of one and the same saying share; without a time, whoever said it whenever. */
export function sayingKeys(said: {
  speaker?: string | undefined;
  memberId?: string | undefined;
  text: string;
  at?: number | undefined;
}): { timeless: string; timed: string | undefined } {
  const who = said.speaker?.trim() || said.memberId || '';
  const timeless = `${who}|${textKey(said.text)}`;
  const timed =
    said.at === undefined ? undefined : `${timeless}|${Math.floor(said.at / MINUTE_MS)}`;
  return { timeless, timed };
}
