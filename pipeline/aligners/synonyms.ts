import { stem } from "@stepladder/wasm/metrics/captions/stem.ts";

// Words that people exchange when they say what they do. Written for this project, a line for each meaning; a word may stand in several. It
// is far from what WordNet has, and knows nothing of which meaning is at hand: what it joins counts less than the word itself.
const SETS = `
put place set lay position rest sit stick pop drop
add pour tip mix combine toss dump throw
stir mix whisk beat blend combine whip swirl
cut slice chop dice trim snip carve mince halve
peel skin strip
remove take pull detach lift get
insert push slide slip tuck fit feed pop
press squeeze squash pinch compress firm pat
attach fix fasten clamp clip connect hook join mount secure tie
loosen undo unscrew release free untangle unfasten
tighten fasten screw torque cinch
open unlock lift undo
close shut seal cover lid cap
cover drape wrap coat
clean wash rinse wipe scrub rub
dry drain
fill pump inflate top
empty drain deflate
heat warm boil simmer preheat
cook bake fry boil roast grill toast
cool chill rest fridge refrigerator
raise lift jack hoist
lower drop descend
turn flip rotate spin twist roll
check inspect look see test feel examine read measure
start crank fire ignite
switch turn flick shut
stop quit end
wait leave let stand
spread smear lay unfold distribute
assemble build construct
attach screw nail glue
sew stitch thread
wind wrap coil
knot tie
tear rip
dust sprinkle scatter season
taste try
serve eat enjoy plate
use apply
hold grip grab
repeat again
tyre tire
bonnet hood
spanner wrench
nut lug bolt
saucepan pot pan
jug pitcher carafe jar
bowl basin
cloth towel rag
stove hob burner
fridge refrigerator
tube hose
soil mix compost dirt earth
jack lift
car vehicle
peg stake
flysheet fly rainfly
groundsheet footprint tarp
guy rope line cord
shirt garment
lead cable wire
pole terminal post
brew coffee concentrate
grounds coffee
dough mixture batter
mixture dough batter sauce
loaf bread round
steak meat
espresso coffee shot
lemon citrus
`;

/** How much a word counts for one that it is exchanged for. */
export const SYNONYM = 0.6;

/** For each stem, those that it is exchanged for. */
export const SYNONYMS: ReadonlyMap<string, ReadonlySet<string>> = exchanged();

function exchanged(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const line of SETS.trim().split("\n")) {
    const stems = new Set(line.split(" ").map(stem));
    for (const one of stems) found.set(one, (found.get(one) ?? new Set()).union(stems).difference(new Set([one])));
  }
  return found;
}
