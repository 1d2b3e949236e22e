// Natural Earth's countries as polygons, each with the ISO 3166-1 code that it belongs to.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import { ALPHA2, BY_NAME, DROPPED, TERRITORIES } from './countries.mjs'
import { CUT } from './plane.mjs'

const source = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')

export function polygons() {
  const atlas = JSON.parse(readFileSync(source))
  const features = feature(atlas, atlas.objects.countries).features
  return features.flatMap(shape => {
    const { coordinates, type } = shape.geometry
    const parts = type === 'Polygon' ? [coordinates] : coordinates
    return parts
      .map(rings => ({ country: countryOf(shape, rings[0]), rings: rings.map(unwrapped) }))
      .filter(({ country }) => !DROPPED.includes(country))
  })
}

function countryOf(shape, ring) {
  const named = BY_NAME[shape.properties.name] ?? ALPHA2[shape.id]
  const [lon, lat] = mean(ring)
  const apart = TERRITORIES.find(t => t.of === named && lon > t.west && lon < t.east && lat > t.south && lat < t.north)
  const country = apart?.code ?? named
  if (!country) throw new Error(`no code for ${shape.properties.name}`)
  return country
}

function unwrapped(ring) {
  const straddles = ring.some(([lon]) => lon > 150)
  const west = straddles || mean(ring)[0] < CUT
  return ring.map(([lon, lat]) => [west && lon < -150 ? lon + 360 : lon, lat])
}

export function mean(points) {
  return [0, 1].map(i => points.reduce((sum, point) => sum + point[i], 0) / points.length)
}

export function area(ring) {
  return ring.reduce((sum, [x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length]
    return sum + (x * v - u * y) / 2
  }, 0)
}
