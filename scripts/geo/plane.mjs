// The plane that the map is drawn in: Equal Earth, cut where no land is.
import { geoEqualEarthRaw } from 'd3-geo'

// In the Bering Strait: east of it lies Alaska, west of it Chukotka. Longitudes run from here to 360 degrees further.
export const CUT = -168.5
export const CENTRE = CUT + 180
const EARTH_KM = 6371

export function projected([lon, lat]) {
  const [x, y] = geoEqualEarthRaw(((lon - CENTRE) * Math.PI) / 180, (lat * Math.PI) / 180)
  return [x * EARTH_KM, y * EARTH_KM]
}

export function placed([x, y]) {
  const [lambda, phi] = geoEqualEarthRaw.invert(x / EARTH_KM, y / EARTH_KM)
  return [(lambda * 180) / Math.PI + CENTRE, (phi * 180) / Math.PI]
}
