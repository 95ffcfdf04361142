import { KEPT } from '../../platform/kept-data.ts';
import type { PersonalDataOfModule } from '../../platform/personal-data.ts';
import { bookingsOnLeaving } from './leave-bookings.ts';

const COMPUTED = 'travel to the visits around it is computed with it';
/** Two decimals of a degree: a cell of about a kilometre. */
const COARSE = { latitude: 'round(latitude::numeric, 2)::float8', longitude: 'round(longitude::numeric, 2)::float8' };
const DAYS_TO_COARSE = 180;
const DAYS_TO_NO_ADDRESS = 730;
/** As long as somebody may still ask what happened. */
const DAYS_TO_NO_POSITION = 90;
const DAYS_TO_NO_PHOTO = 180;

const FACTS = [
  'id',
  'reference',
  'state',
  'starts_at',
  'ends_at',
  'time_zone',
  'venue',
  'items',
  'stored_quote',
  'cancellation_policy',
  'cancelled_by',
  'cancellation_fee_amount',
  'created_at',
  'confirmed_at',
  'completed_at',
];

const SERIES_FACTS = [
  'id',
  'time_zone',
  'local_time',
  'every_weeks',
  'weekdays',
  'items',
  'minutes',
  'price_locked_until',
  'created_at',
  'ended_at',
];

const SEARCH_FACTS = ['booking_id', 'cause', 'status', 'opened_at', 'deadline_at', 'closed_at', 'closed_by'];

export const bookingsPersonalData: PersonalDataOfModule = {
  handler: bookingsOnLeaving,
  tables: [
    {
      table: 'booking',
      person: 'household',
      whose: { account: 'household_id' },
      exported: 'bookings',
      columns: {
        address_line: { erased: 'WIPED' },
        district: { plain: 'shown to providers before a visit is agreed', erased: 'WIPED' },
        door_note: { erased: 'WIPED' },
        note: { erased: 'WIPED' },
        latitude: { plain: COMPUTED, erased: { becomes: COARSE.latitude } },
        longitude: { plain: COMPUTED, erased: { becomes: COARSE.longitude } },
      },
      alongside: FACTS,
      shown: { provider: { by: 'provider_id', table: 'provider', column: 'display_name' } },
      retention: [
        { name: 'door-note', since: 'ends_at', hours: 24, then: { wipe: ['door_note'] }, punctual: true },
        { name: 'place', since: 'ends_at', hours: DAYS_TO_COARSE * 24, then: { becomes: COARSE } },
        { name: 'address', since: 'ends_at', hours: DAYS_TO_NO_ADDRESS * 24, then: { wipe: ['address_line', 'note'] } },
      ],
    },
    {
      table: 'booking',
      person: 'provider',
      whose: { through: 'provider', by: 'provider_id' },
      exported: 'visits',
      columns: {},
      alongside: FACTS,
      shown: { household: { by: 'household_id', table: 'account', column: 'display_name' } },
    },
    {
      table: 'booking_transition',
      person: 'actor',
      whose: { account: 'actor_id' },
      exported: 'bookingSteps',
      columns: { reason: { plain: 'both sides read why a visit was called off', erased: 'WIPED' } },
      alongside: ['booking_id', 'from', 'to', 'actor_role', 'at'],
    },
    {
      table: 'booking_refund',
      person: 'household',
      whose: { through: 'booking', person: 'household', by: 'booking_id' },
      exported: 'refunds',
      columns: { reason: { plain: 'both sides read why money was given back', erased: 'WIPED' } },
      alongside: ['booking_id', 'amount', 'borne_by', 'at'],
    },
    {
      table: 'booking_refund',
      person: 'operator',
      whose: { account: 'operator_id' },
      exported: 'refundsAsOperator',
      columns: { reason: { plain: 'both sides read why money was given back', erased: { kept: KEPT.books } } },
      alongside: ['booking_id', 'amount', 'borne_by', 'at'],
    },
    {
      table: 'substitute_search',
      person: 'household',
      whose: { account: 'household_id' },
      exported: 'substituteSearches',
      columns: {},
      alongside: SEARCH_FACTS,
    },
    {
      table: 'substitute_search',
      person: 'provider',
      whose: { through: 'provider', by: 'former_provider_id' },
      exported: 'visitsHandedOn',
      columns: {},
      alongside: SEARCH_FACTS,
    },
    {
      table: 'waitlist_entry',
      person: 'household',
      whose: { account: 'household_id' },
      exported: 'waitlist',
      columns: {
        latitude: { plain: COMPUTED, erased: { becomes: COARSE.latitude } },
        longitude: { plain: COMPUTED, erased: { becomes: COARSE.longitude } },
      },
      alongside: ['items', 'venue', 'first_day', 'last_day', 'earliest', 'latest', 'status', 'joined_at', 'closed_at'],
      shown: { provider: { by: 'provider_id', table: 'provider', column: 'display_name' } },
      retention: [{ name: 'ended', since: 'closed_at', hours: 90 * 24, then: 'DELETE_ROW' }],
    },
    {
      table: 'waitlist_offer',
      person: 'household',
      whose: { through: 'waitlist_entry', by: 'entry_id' },
      exported: 'waitlistOffers',
      columns: {},
      alongside: ['entry_id', 'starts_at', 'status', 'offered_at', 'expires_at'],
    },
    {
      table: 'idempotency_record',
      person: 'holder',
      whose: { account: 'account_id' },
      exported: { not: 'what a repeated call is answered with; what it did is there' },
      columns: { key: { plain: 'a number made by the client' }, answer: { plain: 'ids and codes' } },
      alongside: ['operation', 'fingerprint'],
      deletedWhole: true,
      retention: [{ name: 'answered', since: 'created_at', hours: 90 * 24, then: 'DELETE_ROW' }],
    },
    {
      table: 'booking_series',
      person: 'household',
      whose: { account: 'household_id' },
      exported: 'series',
      columns: {
        payment_method: {
          plain: 'a token that only the gateway can use',
          notExported: 'of no use but to the gateway',
          erased: { becomes: "''" },
        },
      },
      alongside: SERIES_FACTS,
      shown: { provider: { by: 'provider_id', table: 'provider', column: 'display_name' } },
    },
    {
      table: 'booking_series',
      person: 'provider',
      whose: { through: 'provider', by: 'provider_id' },
      exported: 'seriesOfHouseholds',
      columns: {},
      alongside: SERIES_FACTS,
      shown: { household: { by: 'household_id', table: 'account', column: 'display_name' } },
    },
    {
      table: 'series_visit',
      person: 'household',
      whose: { through: 'booking_series', person: 'household', by: 'series_id' },
      exported: 'seriesDates',
      columns: {},
      alongside: ['series_id', 'date', 'starts_at', 'status', 'reason', 'booking_id', 'stored_quote'],
    },
    {
      table: 'visit',
      person: 'provider',
      whose: { through: 'booking', person: 'provider', by: 'booking_id' },
      exported: 'visitRecords',
      columns: { position: { erased: 'WIPED' }, unsafe_note: { erased: 'WIPED' } },
      alongside: ['booking_id', 'started_at', 'started_by', 'eta'],
      retention: [
        { name: 'position', since: 'started_at', hours: DAYS_TO_NO_POSITION * 24, then: { wipe: ['position'] } },
      ],
    },
    {
      table: 'visit_extra',
      person: 'provider',
      whose: { through: 'booking', person: 'provider', by: 'booking_id' },
      exported: 'visitExtras',
      columns: { note: { erased: 'WIPED' } },
      alongside: ['booking_id', 'state', 'label', 'minutes', 'amount', 'currency', 'proposed_at', 'decided_at'],
    },
    {
      table: 'move_proposal',
      person: 'author',
      whose: { account: 'author_id' },
      exported: 'moveProposals',
      columns: { note: { erased: 'WIPED' } },
      alongside: ['booking_id', 'proposed_by', 'starts_at', 'status', 'asked_at', 'expires_at', 'decided_at'],
      retention: [{ name: 'note', since: 'asked_at', hours: DAYS_TO_NO_ADDRESS * 24, then: { wipe: ['note'] } }],
    },
    {
      table: 'visit_photo',
      person: 'household',
      whose: { through: 'booking', person: 'household', by: 'booking_id' },
      exported: 'visitPhotos',
      columns: { document_key: { notExported: 'the photo itself is there', erased: 'WIPED' } },
      alongside: ['booking_id', 'moment', 'taken_by', 'created_at'],
      document: { fileKey: 'file_key', documentKey: 'document_key', name: 'moment', contentType: 'content_type' },
      retention: [
        { name: 'photo', since: 'created_at', hours: DAYS_TO_NO_PHOTO * 24, then: { wipe: ['document_key'] } },
      ],
    },
    {
      table: 'visit_photo_upload',
      person: 'sender',
      whose: { account: 'account_id' },
      exported: { not: 'what is being uploaded at this moment: it becomes a photo or is swept away within the hour' },
      columns: {},
      deletedWhole: true,
    },
  ],
  impersonal: [
    { table: 'substitute_search', columns: ['proposed'], because: 'ids of providers, prices and scores' },
    { table: 'move_proposal', columns: ['term'], because: 'a code of ours' },
    { table: 'visit', columns: ['checklist'], because: 'words of the catalogue' },
    { table: 'visit_extra', columns: ['item'], because: 'a service of the catalogue' },
    { table: 'visit_photo_upload', columns: ['moment', 'file_key'], because: 'codes and numbers of ours' },
  ],
};
