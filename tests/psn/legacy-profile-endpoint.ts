import type { Account } from './accounts/account.ts';
import { earnedOf } from './accounts/trophy-set.ts';
import type { Answer } from './answer.ts';
import { json } from './answer.ts';
import { levelOf, pointsOf, sumOf } from './formulas.ts';
import { avatarUrl } from './picture-urls.ts';
import type { Call } from './route.ts';
import type { World } from './world.ts';

/** The old profile by online id, or `me`; only the fields that are asked for, and the new id of who was renamed. */
export function legacyProfile(
  { request, parameters }: Call,
  world: World,
  caller: Account,
): Answer {
  const name = decodeURIComponent(parameters[0] ?? '');
  const player = name === 'me' ? caller : world.accounts.withOnlineId(name);
  if (player === undefined) {
    return json({ error: { code: 2105356, message: `User not found (user: '${name}')` } }, 404);
  }
  const asked = fieldsOf(request.query.get('fields') ?? 'onlineId,accountId');
  const chosen = Object.entries(allFields(player)).filter(([field]) => asked.includes(field));
  const { renamedTo } = player.plan;
  const renamed = renamedTo === undefined ? {} : { currentOnlineId: renamedTo };
  return json({ profile: { ...Object.fromEntries(chosen), ...renamed } });
}

/** The names at the top of a field list: what stands in brackets refines them. */
function fieldsOf(list: string): string[] {
  return list.replace(/\([^)]*\)/g, '').split(',');
}

function allFields(player: Account): Record<string, unknown> {
  const { plan } = player;
  const earned = sumOf(player.sets.map(earnedOf));
  const { level, progress } = levelOf(pointsOf(earned));
  return {
    onlineId: plan.onlineId,
    accountId: player.accountId,
    npId: Buffer.from(`${plan.onlineId}@b7.us`).toString('base64'),
    avatarUrls: [{ size: 'l', avatarUrl: avatarUrl(player.accountId, 'l') }],
    plus: plan.isPlus === true ? 1 : 0,
    aboutMe: plan.aboutMe ?? '',
    languagesUsed: ['en'],
    trophySummary: { level, progress, earnedTrophies: earned },
    isOfficiallyVerified: false,
    personalDetailSharing: 'no',
    personalDetailSharingRequestMessageFlag: false,
    primaryOnlineStatus: 'offline',
    presences: [{ onlineStatus: 'offline', hasBroadcastData: false }],
    requestMessageFlag: false,
    blocking: false,
    friendRelation: 'no',
    following: false,
    consoleAvailability: { availabilityStatus: 'offline' },
  };
}
