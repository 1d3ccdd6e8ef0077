import type { Accounts } from '../accounts/accounts.ts';
import type { TrophySet } from '../accounts/trophy-set.ts';
import type { PictureSubject } from '../picture-urls.ts';
import { avatar } from './avatar.ts';
import { cover } from './cover.ts';
import { trophyIcon } from './trophy-icon.ts';

/** The picture's markup; every game, add-on, trophy and player has its own. */
export function draw(subject: PictureSubject, accounts: Accounts): string {
  switch (subject.kind) {
    case 'avatar':
      return avatar(subject.accountId);
    case 'art':
      return cover({ seed: subject.motif, name: nameOf(subject.motif, accounts), isSquare: true });
    case 'title':
      return cover({
        seed: subject.npCommunicationId,
        name: nameOf(subject.npCommunicationId, accounts),
        isSquare: subject.isSquare,
      });
    case 'group':
      return cover({
        seed: `${subject.npCommunicationId}/${subject.number}`,
        name: groupNameOf(subject.npCommunicationId, subject.number, accounts),
        isSquare: subject.isSquare,
      });
    case 'trophy':
      return trophy(subject, accounts);
  }
}

function setOf(npCommunicationId: string, accounts: Accounts): TrophySet | undefined {
  return accounts.withSet(npCommunicationId)?.setsById().get(npCommunicationId);
}

function nameOf(motif: string, accounts: Accounts): string {
  if (motif.startsWith('NPWR')) return setOf(motif, accounts)?.name ?? motif;
  return accounts.withTitle(motif)?.gamesById().get(motif)?.name ?? motif;
}

function groupNameOf(npCommunicationId: string, number: number, accounts: Accounts): string {
  return setOf(npCommunicationId, accounts)?.groups[number]?.name ?? npCommunicationId;
}

function trophy(
  { npCommunicationId, trophyId }: Extract<PictureSubject, { kind: 'trophy' }>,
  accounts: Accounts,
): string {
  const owner = accounts.withSet(npCommunicationId);
  const set = setOf(npCommunicationId, accounts);
  const found = set && owner?.trophies(set).find(({ id }) => id === trophyId);
  return trophyIcon({
    seed: npCommunicationId,
    game: set?.name ?? npCommunicationId,
    trophyId,
    grade: found?.grade ?? 'bronze',
    size: set?.service === 'trophy2' ? 512 : 240,
  });
}
