export { Offering } from './offering.entity.ts';
export { requireOwnProvider } from './own-provider.ts';
export { Provider } from './provider.entity.ts';
export { Gender, ProviderStatus, TravelMode } from './provider.enums.ts';
export { addRating, countCompletedVisit } from './provider-figures.ts';
export { SERVICE_AREA_SQL } from './service-area.ts';
