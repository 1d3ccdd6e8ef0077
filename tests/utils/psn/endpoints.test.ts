import { expect, test } from 'vitest';
import { DATA_HOST, endpointOf, type Endpoint } from '@/utils/psn/endpoints';

const TROPHY = '/api/trophy/v1';

test.each<[string, Endpoint]>([
  [`${TROPHY}/users/me/trophyTitles?limit=800&offset=800`, 'titles'],
  [`${TROPHY}/users/me/titles/trophyTitles?npTitleIds=CUSA1,CUSA2`, 'matching'],
  [`${TROPHY}/users/me/trophySummary`, 'summary'],
  [
    `${TROPHY}/npCommunicationIds/NPWR1_00/trophyGroups/all/trophies?npServiceName=trophy`,
    'definitions',
  ],
  [`${TROPHY}/npCommunicationIds/NPWR1_00/trophyGroups/001/trophies`, 'definitions'],
  [`${TROPHY}/npCommunicationIds/NPWR1_00/trophyGroups?npServiceName=trophy2`, 'groups'],
  [`${TROPHY}/users/me/npCommunicationIds/NPWR1_00/trophyGroups/all/trophies`, 'earned'],
  [
    `${TROPHY}/users/2721516955383551246/npCommunicationIds/NPWR1_00/trophyGroups/all/trophies`,
    'earned',
  ],
  ['/api/gamelist/v2/users/me/titles?limit=5', 'played-games'],
  ['/api/userProfile/v1/internal/users/2721516955383551246/profiles', 'profile'],
  ['/api/something/else', 'other'],
  ['/', 'other'],
])('%s is %s', (path, endpoint) => {
  expect(endpointOf(new URL(`https://${DATA_HOST}${path}`), undefined)).toBe(endpoint);
});

test('only the token endpoint looks at what is sent', () => {
  const titles = new URL(`https://${DATA_HOST}${TROPHY}/users/me/trophyTitles`);
  expect(endpointOf(titles, 'grant_type=refresh_token')).toBe('titles');
  const token = new URL('https://ca.account.sony.com/api/authz/v3/oauth/token');
  expect(endpointOf(token, new URLSearchParams({ grant_type: 'refresh_token' }).toString())).toBe(
    'refresh',
  );
  expect(endpointOf(token, new Blob())).toBe('exchange');
});
