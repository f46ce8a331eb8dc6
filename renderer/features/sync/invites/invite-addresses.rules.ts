import type { HostedHub } from '@shared/contracts/hub-link';
import { readInviteLink } from '../joining/invite-link.rules';

/**
 * Where somebody with an invite may knock: at this laptop's addresses in the office when it hosts the
 * workspace's hub itself and opened it, else at the address that everybody uses.
 */
export function inviteAddresses(
  hubUrl: string,
  workspaceId: string,
  hosted: HostedHub | undefined,
): { urls: string[]; isOnlyHere: boolean } {
  const isOwn = hosted?.workspaceId === workspaceId && hosted.state !== 'off';
  if (!isOwn) return { urls: [hubUrl], isOnlyHere: false };
  if (hosted.reach === 'office' && hosted.officeUrls.length > 0) {
    return { urls: hosted.officeUrls, isOnlyHere: false };
  }
  return { urls: [hubUrl], isOnlyHere: true };
}

/** The invite link as the hub made it, at the address from which the other one comes. */
export function linkAt(address: string, invite: { url: string; code: string }): string {
  const made = readInviteLink(invite.url);
  const link = new URL(made ? invite.url : `/join#${invite.code}`, address);
  return `${new URL(address).origin}${link.pathname}${link.search}${link.hash}`;
}
