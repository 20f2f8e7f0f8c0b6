import type { Gcj02 } from '#shared/place';
import { gcj02, metersBetween } from '#shared/place';
import { wayMarks } from '../platform/vault';
import type { Evidence } from '../records/record.rules';

type Told = {
  entryScene?: number | undefined;
  location?: { latitude: number; longitude: number; accuracyMeters: number } | undefined;
  deviceId?: string | undefined;
};

/**
 * What is kept of how an end was witnessed. Of a position only its distance to the place is kept, in whole metres:
 * where a person was otherwise is nobody's business. Of the phone only a mark: two people who used the same one are
 * seen, and nothing that the phone says of itself elsewhere can be found by it.
 */
export function evidenceOf(
  how: Pick<Evidence, 'scanId' | 'by' | 'gate' | 'step'>,
  { entryScene, location, deviceId }: Told,
  place: { latitude: number; longitude: number },
): Evidence {
  const there: Gcj02 = gcj02(place.latitude, place.longitude);
  return {
    ...how,
    ...(deviceId !== undefined && { device: wayMarks('device', deviceId)[0].mark }),
    ...(entryScene !== undefined && { entryScene }),
    ...(location && {
      metersAway: Math.round(metersBetween(gcj02(location.latitude, location.longitude), there)),
      accuracyMeters: Math.round(location.accuracyMeters),
    }),
  };
}
