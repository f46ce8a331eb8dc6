import { assertNever } from '@shared/lib/errors';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { useLive } from '@/db/use-live';
import { readRecordName } from './overwritten.queries';
import { recordWordsMessages } from './record-words.messages';
import { shapeOf, type ValueShape } from './value-shape.rules';

type ValueTextProps = { entity: string; field: string; value: unknown };

/** A stored value as a person reads it: money, days, people, words of the trade. */
export function ValueText({ entity, field, value }: ValueTextProps) {
  const shape = shapeOf(entity, field, value);
  if (shape.kind === 'record') return <RecordName entity={shape.entity} id={shape.id} />;
  return <PlainValue shape={shape} />;
}

function RecordName({ entity, id }: { entity: string; id: string }) {
  const t = useMessages(recordWordsMessages);
  const name = useLive(async () => (await readRecordName(entity, id)) ?? null, [entity, id]);
  return <>{name === null ? t('gone') : name}</>;
}

type Plain = Exclude<ValueShape, { kind: 'record' }>;

function PlainValue({ shape }: { shape: Plain }) {
  return <>{useShapeText(shape)}</>;
}

type Word = keyof typeof wordsMessages.zh & string;
const isWord = (key: string): key is Word => Object.hasOwn(wordsMessages.zh, key);

function useShapeText(shape: Plain): string {
  const t = useMessages(recordWordsMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  switch (shape.kind) {
    case 'none':
      return t('empty');
    case 'money':
      return format.money(shape.fen);
    case 'moment':
      return format.dateTime(shape.ms);
    case 'day':
      return format.fullDay(shape.day);
    case 'phone':
      return format.phone(shape.text);
    case 'address':
      return format.address(shape.text);
    case 'word': {
      const key = `${shape.prefix}.${shape.value}`;
      return isWord(key) ? words(key) : shape.value;
    }
    case 'flag':
      return t(shape.isOn ? 'yes' : 'no');
    case 'number':
      return format.count(shape.value);
    case 'list':
      return shape.items.join(t('listGap'));
    case 'text':
    case 'whole':
      return shape.text;
    default:
      return assertNever(shape, 'useShapeText');
  }
}
