import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { batchMessages } from './batch.messages';

const SHOWN = 8;

/** Some of those concerned by name, spread over all of them, before anything is done. */
export function WhoLine({ memberIds }: { memberIds: readonly string[] }) {
  const t = useMessages(batchMessages);
  const format = useFormat();
  const [names, setNames] = useState<string[]>();
  useEffect(() => {
    const step = Math.max(1, Math.floor(memberIds.length / SHOWN));
    const ids = memberIds.filter((_, i) => i % step === 0).slice(0, SHOWN);
    let isCurrent = true;
    dataWorker()
      .lists.memberNames(ids)
      .then((found) => isCurrent && setNames(found.flatMap((name) => name ?? [])), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [memberIds]);
  if (names === undefined) return <Text size="sm">&nbsp;</Text>;
  const joined = names.join(t('listComma'));
  return (
    <Text size="sm" data-testid="batch-sample">
      {memberIds.length <= names.length
        ? t('sampleAll', { names: joined })
        : t('sample', { names: joined, n: format.count(memberIds.length) })}
    </Text>
  );
}
