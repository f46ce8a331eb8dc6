import { SegmentedControl } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { decodeAgain } from '../session/open-file';
import classes from './file-choices.module.css';
import { recogniseMessages } from './recognise.messages';

/** By the names that people meet when they save a file. */
const ENCODINGS = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'gb18030', label: 'GBK' },
  { value: 'utf-16le', label: 'UTF-16' },
  { value: 'big5', label: 'Big5' },
];

/** The encoding that a text file was read in; another is one click, and the file is read again. */
export function EncodingChoice({ encoding }: { encoding: string }) {
  const t = useMessages(recogniseMessages);
  const isListed = ENCODINGS.some(({ value }) => value === encoding);
  const data = isListed
    ? ENCODINGS
    : [...ENCODINGS, { value: encoding, label: encoding.toUpperCase() }];
  return (
    <div className={classes.encoding}>
      <span>{t('encoding')}</span>
      <SegmentedControl
        size="xs"
        aria-label={t('encoding')}
        data-testid="import-encoding"
        data={data}
        value={encoding}
        onChange={(value) => void decodeAgain(value)}
      />
      <small>{t('encodingHint')}</small>
    </div>
  );
}
