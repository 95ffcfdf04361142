import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { BookingState } from '../../api/modules/bookings/index.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import {
  ACCEPT_INVITATION,
  DECLINE_INVITATION,
  INVITATION,
  INVITE_MEMBER,
  REVOKE_INVITATION,
  acceptInvitation,
  buildMember,
  inviteMember,
  myHousehold,
  newestToken,
} from '../support/household-operations.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const DAY_MS = 86_400_000;

describe('inviteMember', () => {
  it('asks a visitor to sign in', async () => {
    const { errors } = await api.visitor().send(INVITE_MEMBER, { input: { email: 'a@example.org', role: 'MEMBER' } });

    expect(errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('answers alike whether or not the address has an account, and sends a message in both cases', async () => {
    const owner = await buildAccount(api.em);
    const known = await buildAccount(api.em);
    const client = await api.as(owner);

    const toKnown = await inviteMember(client, known.email.toUpperCase());
    const toNobody = await inviteMember(client, `${newId()}@example.org`);

    expect(toKnown).toMatchObject({ __typename: 'MemberInvited', invitation: { email: known.email, role: 'MEMBER' } });
    expect(Object.keys(toNobody)).toEqual(Object.keys(toKnown));
    expect(toNobody.__typename).toBe('MemberInvited');
    expect(
      await api.sql(`select 1 from account_message where account_id = $1 and kind = 'household-invitation'`, [
        owner.id,
      ]),
    ).toHaveLength(2);
    expect((await myHousehold(client)).invitations).toHaveLength(2);
    expect(await api.sql(`select 1 from audit_entry where subject_id = $1`, [owner.id])).toHaveLength(2);
  });

  it('refuses one’s own address, and nobody but managers and owners may invite', async () => {
    const owner = await buildAccount(api.em);
    const manager = await buildMember(api, owner, 'MANAGER');
    const member = await buildMember(api, owner, 'MEMBER');
    const send = async (client: typeof member.client, role: string): Promise<unknown> =>
      (await client.send(INVITE_MEMBER, { input: { email: `${newId()}@example.org`, role } })).errors[0]?.extensions
        .code;

    expect(await inviteMember(await api.as(owner), ` ${owner.email} `.trim())).toMatchObject({ code: 'OWN_ADDRESS' });
    expect(await send(member.client, 'MEMBER')).toBe('FORBIDDEN');
    expect(await send(manager.client, 'MANAGER')).toBe('FORBIDDEN');
    expect(await send(await api.as(owner), 'OWNER')).toBe('FORBIDDEN');
    expect(await send(manager.client, 'MEMBER')).toBeUndefined();
  });

  it('lets a second invitation to an address take the place of the first, also of two at once', async () => {
    const owner = await buildAccount(api.em);
    const guest = await buildAccount(api.em);
    const client = await api.as(owner);
    await inviteMember(client, guest.email);
    const first = await newestToken(api, owner);

    await Promise.all([inviteMember(client, guest.email), inviteMember(client, guest.email, 'MANAGER')]);

    expect((await myHousehold(client)).invitations).toHaveLength(1);
    expect(await acceptInvitation(await api.as(guest), first)).toMatchObject({ code: 'INVITATION_NOT_OPEN' });
  });

  it('keeps a household at ten people, open invitations included, and counts invitations of a day', async () => {
    const owner = await buildAccount(api.em);
    const client = await api.as(owner);
    for (let index = 0; index < 9; index++) await inviteMember(client, `${newId()}@example.org`);

    expect(await inviteMember(client, `${newId()}@example.org`)).toMatchObject({ code: 'HOUSEHOLD_FULL' });

    for (let index = 0; index < 10; index++) await inviteMember(client, `${newId()}@example.org`);
    expect(await inviteMember(client, `${newId()}@example.org`)).toMatchObject({
      __typename: 'TooManyAttemptsError',
      retryAfterSeconds: expect.any(Number),
    });
  });

  it('limits how often one address is written to, whoever asks', async () => {
    const email = `${newId()}@example.org`;
    for (let index = 0; index < 5; index++) await inviteMember(await api.as(await buildAccount(api.em)), email);

    expect(await inviteMember(await api.as(await buildAccount(api.em)), email)).toMatchObject({
      __typename: 'TooManyAttemptsError',
    });
  });
});

describe('acceptInvitation', () => {
  it('asks a visitor to sign in, and keeps the invitation open', async () => {
    const owner = await buildAccount(api.em);
    await inviteMember(await api.as(owner), 'wei@example.org');
    const token = await newestToken(api, owner);

    const { errors } = await api.visitor().send(ACCEPT_INVITATION, { token });

    expect(errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
    expect(await api.visitor().ask(INVITATION, { token })).toMatchObject({
      invitation: { inviterName: 'Ann Miller', email: 'wei@example.org', isForViewer: false },
    });
  });

  it('joins the household as what they were invited to be, and tells its owner', async () => {
    const owner = await buildAccount(api.em, { displayName: 'Mei Chen' });
    const guest = await buildAccount(api.em, { displayName: 'Wei Chen' });
    await inviteMember(await api.as(owner), guest.email, 'MANAGER');
    const client = await api.as(guest);
    const token = await newestToken(api, owner);
    expect(await client.ask(INVITATION, { token })).toMatchObject({ invitation: { isForViewer: true } });

    const outcome = await acceptInvitation(client, token);

    expect(outcome.__typename).toBe('HouseholdJoined');
    expect(await myHousehold(client)).toMatchObject({
      id: owner.id,
      name: 'Mei Chen',
      role: 'MANAGER',
      members: [
        { id: owner.id, displayName: 'Mei Chen', role: 'OWNER', isViewer: false, canManage: false },
        { id: guest.id, displayName: 'Wei Chen', role: 'MANAGER', isViewer: true, canManage: false },
      ],
      invitations: [],
    });
    expect(
      await api.sql(`select 1 from account_message where account_id = $1 and kind = 'household-joined'`, [owner.id]),
    ).toHaveLength(1);
  });

  it('takes back the invitations to one’s own household, and leaves those to others open', async () => {
    const [owner, guest, other] = await Promise.all([0, 1, 2].map(() => buildAccount(api.em)));
    const [guestClient, otherClient] = [await api.as(guest!), await api.as(other!)];
    await inviteMember(guestClient, `${newId()}@example.org`);
    await inviteMember(otherClient, `${newId()}@example.org`);
    await inviteMember(await api.as(owner!), guest!.email);

    await acceptInvitation(guestClient, await newestToken(api, owner!));

    const states = await api.sql<{ household_id: string; state: string }>(
      'select household_id, state from household_invitation where household_id = any($1)',
      [[guest!.id, other!.id]],
    );
    expect(new Map(states.map((row) => [row.household_id, row.state]))).toEqual(
      new Map([
        [guest!.id, 'REVOKED'],
        [other!.id, 'PENDING'],
      ]),
    );
  });

  it('is done once, however often and whoever asks at once', async () => {
    const owner = await buildAccount(api.em);
    const guest = await buildAccount(api.em);
    await inviteMember(await api.as(owner), guest.email);
    const token = await newestToken(api, owner);
    const client = await api.as(guest);

    const outcomes = await Promise.all(Array.from({ length: 8 }, async () => acceptInvitation(client, token)));

    expect(outcomes.filter(({ __typename }) => __typename === 'HouseholdJoined')).toHaveLength(1);
    expect(await api.sql('select 1 from household_member where account_id = $1', [guest.id])).toHaveLength(1);
  });

  it('treats an invitation of another address as none, and one that was declined, taken back or ran out', async () => {
    const owner = await buildAccount(api.em);
    const client = await api.as(owner);
    const guest = await buildAccount(api.em);
    const asGuest = await api.as(guest);
    const other = await api.as(await buildAccount(api.em));
    const none = await acceptInvitation(other, 'AAAAAAAAAAAAAAAAAAAAAA.nothing');
    await inviteMember(client, guest.email);
    const first = await newestToken(api, owner);

    expect(await acceptInvitation(other, first)).toEqual(none);
    expect(await acceptInvitation(client, first)).toEqual(none);
    expect(await api.visitor().ask(DECLINE_INVITATION, { token: first })).toEqual({ declineInvitation: true });
    expect(await api.visitor().ask(DECLINE_INVITATION, { token: first })).toEqual({ declineInvitation: false });
    expect(await acceptInvitation(asGuest, first)).toEqual(none);
    expect(await asGuest.ask(INVITATION, { token: first })).toEqual({ invitation: null });

    const { invitation } = await inviteMember(client, guest.email);
    const second = await newestToken(api, owner);
    expect(await client.ask(REVOKE_INVITATION, { invitationId: invitation!.id })).toEqual({ revokeInvitation: true });
    expect(await acceptInvitation(asGuest, second)).toEqual(none);

    await inviteMember(client, guest.email);
    const third = await newestToken(api, owner);
    api.clock.advanceMinutes(7 * 24 * 60 + 1);
    expect(await acceptInvitation(await api.as(guest), third)).toEqual(none);
  });

  it('waits until one’s own household has no visits to come, and nobody else in it', async () => {
    const owner = await buildAccount(api.em);
    const guest = await buildAccount(api.em);
    const client = await api.as(guest);
    const visit = await buildBooking(api.em, {
      household: guest.id,
      startsAt: new Date(api.clock.now().getTime() + DAY_MS),
    });
    await inviteMember(await api.as(owner), guest.email);
    const token = await newestToken(api, owner);

    expect(await acceptInvitation(client, token)).toMatchObject({ __typename: 'CannotJoinError', code: 'OPEN_VISITS' });

    await api.sql('update booking set state = $2 where id = $1', [visit.id, BookingState.CLOSED]);
    const tenant = await buildMember(api, guest);
    expect(await acceptInvitation(client, token)).toMatchObject({ __typename: 'CannotJoinError', code: 'HAS_MEMBERS' });

    await tenant.client.ask('mutation { leaveHousehold }');
    expect((await acceptInvitation(client, token)).__typename).toBe('HouseholdJoined');
  });

  it('is not for whoever shares another household, until they leave it', async () => {
    const [first, second] = [await buildAccount(api.em), await buildAccount(api.em)];
    const { account, client } = await buildMember(api, first);
    await inviteMember(await api.as(second), account.email);
    const token = await newestToken(api, second);

    expect(await acceptInvitation(client, token)).toMatchObject({ code: 'OTHER_HOUSEHOLD' });
    await client.ask('mutation { leaveHousehold }');

    expect((await acceptInvitation(client, token)).__typename).toBe('HouseholdJoined');
    expect((await myHousehold(client)).id).toBe(second.id);
  });

  it('makes no chain of households when two owners accept each other at once', async () => {
    const [one, two] = [await buildAccount(api.em), await buildAccount(api.em)];
    const [asOne, asTwo] = [await api.as(one), await api.as(two)];
    await inviteMember(asOne, two.email);
    await inviteMember(asTwo, one.email);
    const [toTwo, toOne] = [await newestToken(api, one), await newestToken(api, two)];

    const outcomes = await Promise.all([acceptInvitation(asOne, toOne), acceptInvitation(asTwo, toTwo)]);

    expect(outcomes.filter(({ __typename }) => __typename === 'HouseholdJoined')).toHaveLength(1);
  });
});

describe('revokeInvitation', () => {
  it('does nothing to an invitation of another household, nor to one that does not exist', async () => {
    const owner = await buildAccount(api.em);
    const { invitation } = await inviteMember(await api.as(owner), 'wei@example.org');
    const stranger = await api.as(await buildAccount(api.em));

    expect(await stranger.ask(REVOKE_INVITATION, { invitationId: invitation!.id })).toEqual({
      revokeInvitation: false,
    });
    expect(await stranger.ask(REVOKE_INVITATION, { invitationId: newId() })).toEqual({ revokeInvitation: false });
    expect((await myHousehold(await api.as(owner))).invitations).toHaveLength(1);
  });

  it('is for those who run the household', async () => {
    const owner = await buildAccount(api.em);
    const member = await buildMember(api, owner);
    const { invitation } = await inviteMember(await api.as(owner), 'wei@example.org');

    const { errors } = await member.client.send(REVOKE_INVITATION, { invitationId: invitation!.id });

    expect(errors[0]!.extensions.code).toBe('FORBIDDEN');
    expect((await myHousehold(member.client)).invitations).toEqual([]);
  });
});
