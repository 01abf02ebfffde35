/**
 * Words that say next to nothing beside others that stand in the fact: how somebody sees to something, or how nice it is. Where they
 * stand alone they are a claim; where the fact says their opposite they are a false one. No word that counts, bounds or leaves out
 * (every, only, any, new, extra) belongs here, nor one that says who does a thing (bring, own), who comes, or
 * what a thing is like in a way that one could hold against us (gentle, easy, comfortable, quick).
 */
export const lightWords = `
    show showing arrange organise handle deal happen suggest recommend pick choose select decide prefer
    spend feel enjoy hope mind appear fill sit good nice great lovely beautiful wonderful
    perfect fine decent handy actual real typical ordinary
    necessarily especially generally while whilst meanwhile regarding concerning stuff item object piece
    spot area place idea option folks guys upon toward towards among
    currently already still quite rather pretty yourselves himself herself themselves itself myself able try expect mainly primarily
    talk hear add care
    join attend remember imagine guess suppose wonder worry tend aim manage bother
    simply honestly frankly luckily thankfully naturally surely truly fully properly nicely neatly altogether overall
    proper sweet cute fun cool neat brilliant excellent fantastic amazing awesome superb splendid pleasant
    become matter sound`;
