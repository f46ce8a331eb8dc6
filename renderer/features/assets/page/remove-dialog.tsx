import { Button, Group, Modal, Text } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import type { AssetPlaces } from '@/workers/assets/asset-types';
import { assetsMessages } from '../assets.messages';
import { PlaceList } from './asset-places';
import { placeCount } from './place-count';

type RemoveDialogProps = {
  name: string;
  places: AssetPlaces;
  onCancel: () => void;
  onRemove: () => void;
};

/** A file that is in use: where, and what removing it means. */
export function RemoveDialog({ name, places, onCancel, onRemove }: RemoveDialogProps) {
  const t = useMessages(assetsMessages);
  const count = placeCount(places);
  return (
    <Modal opened onClose={onCancel} title={t('removeAsk', { name })}>
      <PlaceList places={places} />
      <Text size="sm" c="dimmed" my="sm">
        {t('removeAskText')}
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button color="red" data-testid="asset-remove-anyway" onClick={onRemove}>
          {count > 0 ? t('removeAndTakeOut', { count }) : t('remove')}
        </Button>
      </Group>
    </Modal>
  );
}
