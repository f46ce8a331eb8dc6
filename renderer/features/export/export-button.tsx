import { Button } from '@mantine/core';
import type { ExportList } from '@shared/domain/export/export-lists';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { deferred } from '@/ui/deferred';
import type { ExportScope } from '@/workers/export/export-types';
import { exportMessages } from './export.messages';

/** What a click opens is fetched then: the list's first rows do not wait for it. */
const dialog = deferred(async () => (await import('./export-dialog')).ExportDialog);
const ExportDialog = dialog.Part;

type ExportButtonProps = {
  list: ExportList;
  /** What the screen shows of the list, asked when the button is clicked; nothing where it shows all. */
  scope?: (() => ExportScope | undefined) | undefined;
  label?: string;
  /** Where the list has another button already. */
  testId?: string;
  isCompact?: boolean;
};

/** Opens the export of the list that it stands beside. */
export function ExportButton({ list, scope, label, testId, isCompact }: ExportButtonProps) {
  const t = useMessages(exportMessages);
  const [opened, setOpened] = useState<{ scope: ExportScope | undefined }>();
  return (
    <>
      <Button
        variant={isCompact ? 'light' : 'default'}
        {...(isCompact ? { size: 'compact-sm' } : {})}
        leftSection={<IconFileExport size={16} stroke={1.75} />}
        data-testid={testId ?? `export-open-${list}`}
        onPointerEnter={dialog.preload}
        onClick={() => setOpened({ scope: scope?.() })}
      >
        {label ?? t('open')}
      </Button>
      {opened && (
        <ExportDialog list={list} scope={opened.scope} onClose={() => setOpened(undefined)} />
      )}
    </>
  );
}
