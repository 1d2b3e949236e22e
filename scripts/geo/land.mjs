// Makes src/model/geo/land.txt: the outline of the land and the borders of countries, from Natural Earth.
// `node land.mjs`, after `npm install --ignore-scripts` in this folder. Its README tells the format.
import { writeFileSync } from 'node:fs'
import mapshaper from 'mapshaper'
import { CONTESTED } from './countries.mjs'
import { placed, projected } from './plane.mjs'
import { area, mean, polygons } from './shapes.mjs'

// How fine the coast is: bays and capes smaller than this are smoothed away. Where the sea has cut a long coast into
// thousands of fjords and skerries and few people live, the coarser figure holds.
const FINE_KM = 7
const COARSE_KM = 12
const COARSE = ['AU', 'CA', 'CL', 'FK', 'GL', 'GS', 'IS', 'RU', 'SJ', 'TF']
// Islands smaller than this are left out, unless they are a country's largest.
const SMALLEST_KM2 = 150
const STEPS_A_DEGREE = 100

const out = new URL('../../src/model/geo/land.txt', import.meta.url)

const topology = await simplified(withoutSpecks(polygons()))
writeFileSync(out, written(topology))
console.error(`${topology.arcs.length} lines, ${topology.shapes.length} countries`)

// ---- Fewer vertices, in an equal-area plane of kilometres -----------------------------------------------------------

function withoutSpecks(parts) {
  const largest = {}
  for (const part of parts) {
    part.rings = part.rings.map(ring => ring.map(projected))
    part.area = Math.abs(area(part.rings[0]))
    largest[part.country] = Math.max(largest[part.country] ?? 0, part.area)
  }
  const touches = neighbours(parts)
  return parts.filter(p => p.area >= SMALLEST_KM2 || p.area === largest[p.country] || touches.has(p))
}

// A small part with a land neighbour is no island: without it there would be a hole.
function neighbours(parts) {
  const key = point => point.map(n => n.toFixed(3)).join()
  const seen = new Map()
  for (const part of parts) {
    for (const point of part.rings.flat()) seen.set(key(point), (seen.get(key(point)) ?? new Set()).add(part))
  }
  return new Set([...seen.values()].filter(owners => owners.size > 1).flatMap(owners => [...owners]))
}

async function simplified(parts) {
  const collection = {
    type: 'FeatureCollection',
    features: parts.map(({ country, rings }) => ({
      type: 'Feature',
      properties: { country },
      geometry: { type: 'Polygon', coordinates: rings },
    })),
  }
  const steps = [
    '-i land.json',
    '-clean snap-interval=0.5',
    '-dissolve country',
    `-simplify weighted keep-shapes variable interval='${JSON.stringify(COARSE)}.includes(country) ? ${COARSE_KM} : ${FINE_KM}'`,
    '-clean',
    '-sort country',
    '-o land.json format=topojson no-quantization',
  ]
  const made = await mapshaper.applyCommands(steps.join(' '), { 'land.json': JSON.stringify(collection) })
  const { arcs, objects } = JSON.parse(made['land.json'])
  const shapes = objects.land.geometries.map(({ properties, type, arcs }) => ({
    country: properties.country,
    rings: (type === 'Polygon' ? [arcs] : arcs).flat(),
  }))
  return { arcs, shapes }
}

// ---- The text -------------------------------------------------------------------------------------------------------

function written({ arcs, shapes }) {
  const owners = arcs.map(() => new Set())
  for (const { country, rings } of shapes) {
    for (const arc of rings.flat()) owners[arc < 0 ? ~arc : arc].add(country)
  }
  const lines = []
  const pieces = arcs.map((arc, i) => runs([...owners[i]], arc.map(placed)).map(run => lines.push(run) - 1))
  const along = arc => (arc < 0 ? pieces[~arc].map(piece => ~piece).reverse() : pieces[arc])
  const countries = shapes.map(({ country, rings }) =>
    [country, ...rings.map(ring => ring.flatMap(along).join(','))].join(' '))
  return ['land 1', ...lines.map(line => `${line.sort} ${deltas(line.points)}`), '', ...countries, ''].join('\n')
}

// A border may be settled in one part and contested in another.
function runs(owners, points) {
  const found = []
  for (let i = 1; i < points.length; i++) {
    const sort = sortOf(owners, mean([points[i - 1], points[i]]))
    if (found.at(-1)?.sort !== sort) found.push({ sort, points: [points[i - 1]] })
    found.at(-1).points.push(points[i])
  }
  return found
}

function sortOf(owners, [lon, lat]) {
  if (owners.length < 2) return 'c'
  const contested = CONTESTED.some(({ between, within }) =>
    between.every(code => owners.includes(code)) && (!within || inside(within, lon, lat)))
  return contested ? 'd' : 'b'
}

function inside([west, south, east, north], lon, lat) {
  return lon >= west && lon <= east && lat >= south && lat <= north
}

function deltas(points) {
  let [x, y] = [0, 0]
  const moves = []
  for (const [u, v] of points.map(point => point.map(n => Math.round(n * STEPS_A_DEGREE)))) {
    if (moves.length && u === x && v === y) continue
    moves.push(`${u - x} ${v - y}`)
    ;[x, y] = [u, v]
  }
  return moves.join(' ')
}
