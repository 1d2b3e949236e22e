// Natural Earth's countries as polygons, each with the ISO 3166-1 code that it belongs to.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import { ALPHA2, BY_NAME, CUT_OFF, DROPPED, TERRITORIES } from './countries.mjs'
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
      .flatMap(divided)
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

function divided(part) {
  const cut = CUT_OFF.find(({ of }) => of === part.country)
  if (!cut) return [part]
  const south = part.rings.map(ring => kept(ring, cut.southOf, lat => lat < cut.southOf))
  const north = part.rings.map(ring => kept(ring, cut.southOf, lat => lat >= cut.southOf))
  return [{ country: part.country, rings: north }, { country: cut.code, rings: south }].filter(p => p.rings[0].length)
}

// The part of a closed ring on one side of a parallel that it crosses twice or never.
function kept(ring, parallel, isIn) {
  const points = ring.slice(1).flatMap(([u, v], i) => {
    const [x, y] = ring[i]
    const crossing = x + ((u - x) * (parallel - y)) / (v - y)
    return [...(isIn(y) === isIn(v) ? [] : [[crossing, parallel]]), ...(isIn(v) ? [[u, v]] : [])]
  })
  return points.length ? [...points, points[0]] : []
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
