/**
 * Words that say next to nothing beside others that stand in the fact: how somebody comes, begins or sees to something, or how nice
 * it is. Where they stand alone they are a claim; where the fact says their opposite they are a false one. No word that counts,
 * bounds or leaves out (every, only, any, new, extra) belongs here.
 */
export const lightWords = `
    stay stays staying stayed begin arrive show showing turn swing pop head enter attend join visit bear
    arrange organise handle deal happen suggest recommend pick choose select decide prefer set
    spend feel enjoy hope mind appear fill sit
    own good nice great lovely beautiful wonderful perfect fine decent handy
    actual real typical ordinary
    basically obviously clearly apparently hopefully luckily necessarily especially generally
    while whilst meanwhile anytime-soon besides regarding concerning
    stuff item object piece side spot area place idea option
    folks guys
    near nearby
    upon toward towards among
    currently already still
    quite rather pretty
    yourselves himself herself themselves itself myself
    able
    try talk hear`;
