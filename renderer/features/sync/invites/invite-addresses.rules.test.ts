import type { HostedHub } from '@shared/contracts/hub-link';
import { describe, expect, it } from 'vitest';
import { readInviteLink } from '../joining/invite-link.rules';
import { inviteAddresses, linkAt } from './invite-addresses.rules';

const own: HostedHub = {
  state: 'running',
  reach: 'office',
  officeUrls: ['http://192.168.1.5:8787', 'http://10.0.0.5:8787'],
  workspaceId: 'w1',
};

describe('where an invited laptop knocks', () => {
  it('at this laptop’s addresses in the office when it hosts the hub', () => {
    expect(inviteAddresses('http://127.0.0.1:8787', 'w1', own).urls).toEqual(own.officeUrls);
  });

  it('nowhere yet when the hub is for this laptop alone', () => {
    const alone: HostedHub = { ...own, reach: 'here' };
    expect(inviteAddresses('http://127.0.0.1:8787', 'w1', alone).isOnlyHere).toBe(true);
  });

  it('at the team’s own hub, also when another workspace is hosted here', () => {
    const elsewhere = { urls: ['https://hub.example.com'], isOnlyHere: false };
    expect(inviteAddresses('https://hub.example.com', 'w2', own)).toEqual(elsewhere);
    expect(inviteAddresses('https://hub.example.com', 'w2', undefined)).toEqual(elsewhere);
  });

  it.each(['http://127.0.0.1:8787/join#K7QF-2MNP-9XWT', 'http://127.0.0.1:8787'])(
    'with a link from which address and code can be read again: %s',
    (url) => {
      const link = linkAt('http://192.168.1.5:8787', { url, code: 'K7QF-2MNP-9XWT' });
      expect(readInviteLink(link)).toEqual({
        url: 'http://192.168.1.5:8787',
        code: 'K7QF-2MNP-9XWT',
      });
    },
  );
});
