import { describe, expect, it } from 'vitest';
import { assetFileName } from './file-name.rules';

describe('the name of a copy', () => {
  it('gets back the extension that a new name lost', () => {
    const png = (name: string) => assetFileName({ name, mimeType: 'image/png' });
    expect(png('到货海报')).toBe('到货海报.png');
    expect(png('到货海报 3.2 号')).toBe('到货海报 3.2 号.png');
    expect(png('到货海报.png')).toBe('到货海报.png');
    expect(png('长'.repeat(200))).toHaveLength(200);
    expect(png('长'.repeat(200)).endsWith('.png')).toBe(true);
  });

  it('stays as it is where the kind is unknown', () => {
    expect(assetFileName({ name: 'backup', mimeType: 'application/octet-stream' })).toBe('backup');
  });
});
