// SPDX-License-Identifier: Apache-2.0
// Made by models/names/lists.py.

/** The most frequent words that are in few persons' names. */
export const everydayWords = `
a aaahh aan aantal ab abban abd aber able about abril absolvierte aby acara această aceea aceeași
același acest aceste acestei acestor acestui acht achter acolo acord acordo across activitatea
actual acuerdo acum ad adalah adana adatok aday además adevărat adlı adott adı adını adıyla af aflat
află aften after again against age ago agora agosto agua agustus ahhoz ahogy ahol ahora ai aici aids
ainda ainsi air ait ajang ajunge ajuns akan akhir akhirnya aki akik akkor akkurat aktorka aku akár
alapján alapvető alarak alatt album albumu albüm albümü alde aldri aldrig aldı aldığı ale alei alene
ales alexandrie algo alguma algumas algunas algunos alguns align all alla allait alldeles alle
alleen allem allemaal aller allerdings allerede alles alligevel allt alltid allí almaktadır almost
almıştır alone along alors already als also alt alte alten altid altijd altså altă altı altında
always alá além alături alır am ama amacıyla ambos amely amelyek amelyet amelynek amendement
american amerikai amerikanske amerykański ami amikor amint amire amit among américain amíg an anak
anatolia ancak and anda anden ander andere anderem anderen andet andra andre anges anggota ani anii
anlamına annak annan annat annen annesi annet anni année années ano anos another ans ansatte ansvar
answer antalet antallet antara ante antes antwoord anul anului anunció anunțat any anything anyu aos
août apa apenas apoi april aprilie aproape aprobación aproximativ après após apă aqui ar aralık
arasında arasındaki arbeid arbeitete arbejde arbejdet ardından are area arena arkadaşı around arra
arról art artigo artis artık as asal asemenea ask asked askeri aspect assez assim asta astfel astăzi
asupra así at atas atau através att atual atunci atât até au auch auf aufgenommen aufgrund august
augusti augustus augusztus aunque aurait aus aussi autos autre autres aux av avaient avait avant
avea avec avem avez avoir avons avril avut având awal awalnya awans away ayant aynı ayrıca ayında az
azok azokat azon azonban azt aztán azzal azért ação açık años ağustos ağır aż așa b babası bag bagi
bagian bagus bahasa bahu bahwa baik bajo bak bakom ban bana band banda bangunan bani banyak bara
barat bardziej bardzo bare barn barna barnen barra baru bas basada basado base bass bawah bayi baza
bazı bağlı başarılı başka başkanı başkenti başladı başlamıştır başlar başlayan başına başında be
beau beaucoup beberapa became because become bedre bedrijf bedste been befindet before began begann
begge begin begitu begon begyndte begynner begynte behandling behind behöver bei beide beiden beim
being beispielsweise bekannt bekend bekerja belajar belang belangrijk belangrijke belangrijkste bele
belgia belgio believe belle belo belső belum belül bem ben benar beni benne beraber berada berapa
berasal berbagai berbatasan berbicara berdiri bereits bergabung berhasil berhenti beri berjalan
berjudul bermain bernama bersama bertemu berubah besar besok besonders besser bestaan bestaat beste
besteht besten beter betreft better between betyr bevor beyaz bez bezeichnet beş bidang bien bij
bijna bijvoorbeeld bijzonder bil bile bilim bilinen bilinir bine binnen bir biraz biri biridir
birinci birkaç birlikte birçok bis bisa bisher bist bit bitte bizonyos bizottsági biztos bl bland
blandt blant ble bleef bleiben bleibt blev blevet bli blieb blijft blijven blir blitt blive bliver
blivit blot bo body boek bola boleh bom bonne book bor bord borde bort both boven boyunca br bra
brachte bras brat broder brother brought brug bruge bruk bruke bruker brukt bu buah budget bukan
buku bulan bulunan bulunduğu bulunmaktadır bulunur buna bune bunu bunun bună burada burde business
but by byen byli być był była było były bzw bár bästa bättre båda både bölge bölgesinde började
början börjar böyle bør børn bütün będzie c'est ca cabo cada cadrul calificación calitate call
called cambio came caminho camisa campaña campo can can't canciones canción cannot cape capitaine
capital capo car cara care cargo carrière cas casi caso categoria causa cause cauza caz cazul cały
ce ceea cela cele celle celu celui cem cent centro centrum cents cepat cependant cerca cerita
certain ces cet cette ceux ceva chade chambre change chanson chaque chegou chemie chemin chez chiar
chirurgie chose choses chwili chwilę ci cidade cidades ciel ciento cikk cikke cikkének cinci cinco
cinquante circa ciudad ciągu cię clasa clase close club cm co coisa coisas cold colombie com come
comenzó começou coming comme commission como compañía compte comuna con concelho condado condițiile
condus conform conforme conhecida conhecido consiguió construção conta contra contract contrat
contrato contre convirtió corps could country coup cours course coś cred creștere criança crianças
criação cried críticas csak csütörtök cu cual cuando cuatro cuenta cukup cultura cum cuma cumartesi
cursul curte cut czas czasie czasu czego czerwca czerwiec cztery czwartek czy czym często części
częścią część członkiem când cât câte câteva câștigat célja című côté că către cœur c’est c’était d
d'un d'une da daar daarna daarom dabei dacă daerah dafür dag dagar dage dagen dagens dager daha
daher dahil dalam dalej dalla damals damit dan danach danau dania dann dans dansk danske dapat dar
daran darauf darf dari daripada das dass dat data datang dată davon dazu daя dde de dea debat debe
debido debut december decembrie decis decisão declarat decât dedi deed deel defa defesa deg dehát
dein deine deja dekat del delapan dele delen deler dell della dem demanda demande demi den denen
dengan denn denna denne dentro deoarece depan depois depuis der deras derde dere derechos deren
deres derfor dermed dernier dernière derrière desa desarrollo descrita desde desember
desenvolvimento desfășurat desiderio despre después dess dessa dessen desta deste det detta dette
deu deutlich deux deuxième devait devam devant deve devenit devenu devido devient devlet dez deze
dezelfde dezember dezembro değil değildir di dia diante dich dicho diciembre did didirikan didn't
die diede dienstag dies diese diesem diesen dieser dieses diez diferentes diferite different dig
dijo dikenal dil dilakukan dimanche din dina dinge dingin dinheiro dini dinsdag dintr dintre dio dir
dire direito direkte direktør diri dirigida dirilis disco disebut disse disso district distrito dit
dit-il ditempuh ditt diversas dix diye diz dizer dizi diğer dla dna'nın dna'yı dni dnia do doar
dobrze doch dock documento doel doen does doesn't doet dog doi doilea doing dois doit dolari dolayı
dolog domeniu domeniul domingo domu don't donc donde donderdag done donnerstag donné dont door
dopiero dori dorp dort doua doute douze două down doğdu doğru dragi drama drei drept dreptul drie
dritten drodze droga drogi droite drone drugi drugiej drugim drum drużyna drużyny drzwi du dua duas
dudak dude duidelijk dukuh duminică dunia după durante durch during durum dus dusun dvs dwa dwie
dwóch dzieci dzielnicy dzień dzięki dziś där därför då dårlig dès début década décembre déjà día
días dólares döndü dönemde döneminde dördüncü dört dünya dünyanın dünyaya dışında d’un d’une d’être
e each early earth eat ebben ebenfalls echt echter economia eden eder edición edildi edilen edilir
edilmiştir een eens eerder eerst eerste eeuw ef effet efter eftersom egen egentlig eget egne egy
egyes egyetlen egyik egyike egyre egyszer egyéb együtt egész egészen ehemaligen eher eigen eigene
eigenen eigenlijk eigentlich eiland ein eind einde eine einem einen einer eines einfach eingesetzt
eingewechselt einige einmal ekim ekonomik ekot eks eksempel el ela elde ele elegido eles elkaar ella
ellas elle ellen elleni ellenére eller ellers elles ello ellos else elsker első elég elő először
előtt embargo ember emberek emberi embora emi említett emot empat empresa empresas en enam
encontrada encore encuentra encuentran encuentro end enda ende endnu endémica ene enero eneste
enfant enfants engang engine enhver enige enkel enkele enkelt enkelte enligt enn ennek enni enough
enquanto ens ensuite entanto entfernt entonces entre entrenador então equipe er era eram eran erau
erben erfolgte erg erhalten erhielt erkek erne erneut erre erreichte erschien erst erste ersten
erstes erstmals erzielte es esa ese esetben esetében esetén eski eso español especial especialmente
especie espèce espécie essa esse esses est esta estaba estado estadounidense estar estas estava
estavam este estera estes esto estos estudio estuvo está están estão et etc etmek etmiştir ett etter
etti etwa etwas eu euch euro european europene európai eut eux ev evangelie even eveneens ever every
everything exemplo exemplu există explicó eyalet eyaletinde eylül ez ezek ezen ezt ezzel ezért eût
eğitim f fac face facem fact facă fader fahren faire faisait fait fakat faktisk falar fald faldt
fall familia famille família fand fanns fapt faptul far fares farklı fast fat father fato faut
favoarea favor faz fazendo fazer fazla fața față febrero februar februari februarie february február
fecha feel feil feito fekszik fel felelős fellas felt felé felügyelő fem femmes feu fevereiro few
fez fi fia fiatal fica fichó fick ficou fie figyelembe fiind fik fikk filhos film filmde filme filmi
filmie filmin filminde filmu fim fin final finale finales finalmente find finde finden findes findet
finne finnes finns fire firmy firmó first fit five fjor fler flera flere fleste florencji fls foarte
fog foi fois folgenden folgte folk folytatott fond fontos food for fora foram foran forbindelse
fordi forhold form forma formand forskellige forslag fort forte forteller fortfarande fortsatt
fortæller fost fotbal found fr fra fram framför francesa francia francs francés fransa franse fransk
fredag free freguesia freitag frem frente friday from fronteira fråga från frère fue fuera fueron
full funcția funde fundo funkcję furent fut futbol futbolcu future fyra få fået får fått fælles
férfi février för före förra först första försöka følge før først første fútbol führt führte fünf
für făcut fără fő fьr ga gaan gaat gab gadis gaf gales game gamla gamle gammal gang gange ganger
ganske ganze ganó gar gauche gav gave gazdasági gdy gdyż gdzie ge geben gebied gebouwd gebruik
gebruikt gedaan gedung geen gefunden gegen geheel gehen gehouden geht gehören gehört gehörte gelang
gelar geld geldi geldt gelen gelir gemaakt gemacht gemeente gemeinsam gemi genannt genau genel
genellikle generaal general geniş gennem genoeg genoemd genom genomen gens gente ger gerade geral
geri germană gerne gerçek geschreven gesehen gespeeld gestemd get getting geval geven gevonden
gewann geweest gewesen gewonnen geworden gewählt gezegd gezien geçen geçti gi gibi gibt gick gik
gikk gilt gine ging giovani gir gira girdi girit gitar gitt give given giver gjelder gjennom gjerne
gjorde gjort gjør gjøre gleich gleichen gmina gminie gminy go god gode godt godzina goed goede going
gol goles gon gone good got gott government governo graag grad grandes grands granicy grał grens
groep grootste group groupe grudnia grudzień grund grunn grup grupo grupos grupy gry grâce größten
guerre guru gut gute gyakran gäller gå gået gång gången går gått gælder género gör göra göre görev
gør gøre gün güney güneyinde günü güzel głównie h ha haar habe haben haber habitantes había habían
hace hacer hacia had hadde hadden hade haft hafta hakkında hal hala half haline halten ham han hand
handelt handlar hands hanem hanno hanya happy har hard hari harmadik harmonie harus has hasil
hasonló hast hasta hat hatt hatte hatten hava havde have havia having hay hayalet haziran haçlı he
health hear heard heart heb hebben hecho hedder heeft heel heißt hela held hele helemaal hella
hellas heller help helt helyi helyzet hem hemen hemma hen hende hendes henne hennes her here
herhangi hermano herre herself het heure heures heute hibát hidup hier hij him himself hin hinanden
hinaus hindu hingga hinter hire his historia historie historii history hiszen hit hitta hizo hiç
hiçbir hjelp hjem hjemme hjälp hjælp hoe hogy hogyan hoje holde holder holdt hombre homens hommes
hon honom honos hoofdplaats hoofdstad hope hora horas hos hosszú houden hovedet how however hoy
hozzá http huidige huis huit hujan human hun hundra hur hurtigt hus husker hustru hutan hva hvad
hvem hver hverandre hvert hvis hvor hvordan hvorfor há három hát här hätte hålla håller höll højere
høre hülye i ia ianuarie iar ibu ich ici icke ide idea idi idő ieri iets if ifølge ig igaz igazi
igen igennem igjen igual ihm ihn ihnen ihop ihre ihrem ihren ihrer iii ik ike iki ikinci ikke iklim
ikut il ilan ile ilgi ilgili ilha ilhas ilim ilinin ilk ilkbahar ilke illetve ils ilyen im imens
imidlertid immer immers imod important importante importantes importantă in inciso including
incluindo inclusiv ind inde inden independência india indie indiei indtil industry influência
informat informó inför inga ingen ingenting inget ingin ini inkább inn innan inne innerhalb innych
innymi inną inom ins insan insgesamt instagram inte internacional internacionales internationale
into intézkedések intézkedéseket inwoners início inşa irmão irányelv irányuló is ise isimli isla
ismert ismi ismét isso ist istoria især it it's itibaren its itt itu iulie iunie iyi iç içerisinde
için içinde iş iż ja jaar jadi jag jak jakby jaket jako jalan jam jamais janeiro januar januari
january január janvier jarak jaren jauh je jeden jeder jednak jednego jednej jednym jedną jedoch
jedynie jeg jego jej jelenleg jelenlegi jelent jelentős jemand jest jestem jeszcze jetzt jeu jeudi
jeweils jika jo job jobb jobban jobber jogi jogo joi jordanie jorden joue joueur jour jours ju
județul județului judges juego jueves juga jugado jugador jugadores jugar jugó juillet juin julho
juli julio july jumat jumlah jumătate june junho juni junio junto jusqu'à just już já jó jól jött
július június ją j’ai k kabul kadar kadın kahire kalan kalau kaldı kale kali kallade kam kamar
kamara kamen kami kamis kamp kampen kamu kan kanak kann kannst kanske kanskje kapcsolatban
kapcsolatos kapitän kapott karar kardeşi karena kariery karierze karierę karte karşı kasım kata
katıldı kau kaum kawasan kaynak kazanan kazandı kazanmıştır ke kecamatan kecil kedd kedua keep keer
kehrte kein keine keinen keizer kelas kell kellene kellett keluar keluarga kemarin kembali kemik
kemudian kender kendi kendini kendisi kendisine kepada kepala keresztül kereta keretében kerja kerül
került ketika keturunan kez kg ki kicsit kiedy kierunku kilka kilku kilometer kind kinderen kings
kirke kis kita kişi kjenner kjent klar klare klart kleine kleinen klub klubie klubu km km-re knapp
knew know known kom komen komma komme kommen kommer kommet kommit kommt komt kon kone koniec konnte
konnten kopi kormány kort korábban korábbi kota koło kr kraju kralı krav kreeg krf krijgen krise
kroner kronor która które którego której który których którym którzy którą kucing kullanılan kun
kunde kunna kunne kunnen kurang kurulan kurulmuş kurulmuştur kurz kuzey kuzeyinde kvar kveld kvinna
kvinnor kwam kwamen kwestie kwiecień kwietnia kände känner képes készült később két kínai kívül
können könnte köpenhamn következő követően közös közösségi között közötti közül különböző különösen
kısa kız kızı kцnnen l l'équipe la laat laatste lade lado laget lagi lagt lagu lahir lain lainnya
laki-laki lakukan lalu lama land lande landen landet lang langs langsung langt lansat lanzado
lanzamiento large largo lassen last lat lata latach late laten later laut lave lavender le least
leave leben lebih lebt lecz leder left legalább legge legger legjobb legnagyobb legyen legătură
lehet lehetséges lehetővé lei lenge lenger lenne lenni leone les less leste lesz let lett letzte
letzten leur leurs leve leven lever lewat leży lhe libre lid lidstaten lidt liegen liegt liet lieu
ließ liga lige ligesom liggen ligger light ligii ligt lijkt lika like liker likevel lille lima limba
line linie linii lipca lipiec lise lista listopad listopada listy lite liten litt liv live livet
living livro llegó lo loc local locale locul locuri logró loi loin lone longer longo look looked
looking loopt lor lors lost lot lov love luar luas luat lub lucru lucrări lucrările ludzi luego
lugar lui lui-même lulus lume luna luni lunii lurah lutego luty là lá lângă länge längre lässt lätt
låg långt lægge længe længere lévő línea língua lördag løb løpet lørdag l’amendement l’autre m ma
maakt maakte maanden maar maart machen macht machte madame made madya mae mag maga magas magyar
magát mai main mains maintenant maio maior maiores maioria mairie mais maison maj maja majalah majd
maka makan make maken making mal malam mam man mana mand manera mange manier mann mannen mantan many
mar maradt marca march mardi marees maret mari marii marines mariée marke market markt mars mart
martes martie marts marzec marzo março marți mas masa masih masing masuk masyarakat mata match
matchen matchs matin matter mau maupun may mayo mayoría mayıs maçta maçında mañana me mea mean means
mecze meczu med medalla medallas medan mede media medio medlemmer mee meer meest meeste meet meg
megane meget megfelelő megfelelően meghatározott megállapodás mehr mehrere mei mein meine meinen
meiner meio meisten meja mejor melakukan melalui melhor melihat mellan mellem mellett mellom melodie
mely melyek memakai membaca membantu membawa membeli membentuk memberikan membuat membuka
memenangkan memiliki mempunyai men menar mencapai mencari mendapat mendapatkan mendirikan mener
menerima mengatakan menggunakan menikah meninggal menino menjadi mennesker menos mens mensen menuju
menulis menunggu mer meraih merasa mercado mere mereka merilis merkezi merre mert merupakan mes
meses mesma mesmo mest met mete meter methode metros meu mi miast miasta miastem miasto miatt miał
miała mich miejsca miejsce miejscowości miejscowość miejscu mientras mieszkańców mieux mieście mig
might mii mij mijn mikor mil milhões miliarde milieu milioane miljoen miljoner mill millas mille
milli millioner millions millió millones milyen milyon mim min mina minas mind minden mindenki
mindent minder mindig mindre mindst mine minggu minha minst mint mintha minum minute minuten minuter
minutes minutos mir mis misma mit mitt mitte mivel miért między mnie mo moartea mobil mod moest moet
moeten mogelijk mogen mogę moi moins mois moment momento mon monat monde mondial mondiale mondta
money monsieur months mor more morgen morgon morning mort most mot mother motiv movimento może można
mu much muchas mucho muchos muitas muito muitos mujer mulai mulher mulheres mulig mulighed muligt
mult multe muncul muncă mundo mungkin município municípios murid museet music musical musik musim
muss musste must muy my mycket mye myself május már március más másik második mão män människor märz
må måde mål måneder många måske måste måte måtte mænd még mégis mértékben même mês míg módon mógł
möchte møte música mücadele müssen müzik mă măsuri mężczyzn mı n n'a n'est na naam naar nach
nacional nad nada nagyobb nagyon nahm najbardziej należy nam nama name namelijk namn namun nap nare
nas nasional następnie nasıl national nationale natomiast natten natuurlijk nawet nazwę național
naționale națională ne near neben ned neden nedeniyle need negara negeri nehmen nekem neki nel nell
nella nelle nello nem nemen nemlig nemzeti nemzetközi ner neste nesten net netop neu neue neuen neuf
neun never nevoie new next ni nic nich nicht nichts nici nie niedziela niego niej niet niets nieuw
nieuwe nigdy nim nimic nincs nio nisan nivel nivelul nią niż no noastre noastră noch noche nocy
nodig noe noen nog nogen noget nogle noiembrie noite nok nom nombre nome nomi nommé nomor non none
nooit noorden nor nord norge normandie noroeste norsk norske norte nos nosotros nostru not notamment
nothing notre nous nouveau nouă nova novelle november novembre novembro noviembre novo now nowy np
nr nu nueva nuevo nuit num numa numai number numele numit nummer număr numărul nun nunca nur ny nya
nye nyt nytt nº não nächsten när nästa nästan nå någon något några når næste næsten négy néhány
nélkül német nível nós nördlich número nüfus nüfusu născut n’avait n’est n’y n’était o ob obecnie
obiekt objetivo obra obras obtuvo obținut ocak ocasiones och också october octobre octombrie octubre
oczy oda oder oeste of oferă off offentlig offentlige oficial oft ofta ofte often og også ohne ojca
ojciec ok około okresie oktober október olabilir olacak olan olarak oldu oldukça olduğu olduğunu
oleh olika olmak olması olmasına olmayan olmuş olmuştur olup olur oluşan olyan om omdat omkring on
ona once onde onder onderzoek one ong ongeveer only ons ont onu onun onze ooit ook oorlog oosten op
open opgevolgd opnieuw opp opptatt or ora orang oraz oraș orașul orașului ord ordem order ore orele
organizacji organizat ori orice origem original orosz ország országok orta ortak ortaya os oss osób
other others otra otras otro otros otrzymał ott otte ou our out outra outras outro outros outubro
over own oynadı oyun oyuncu oyuncusu oyuncusudur où oğlu p paar pace pacífico pada pagamento pagi
pai paling pana panas panne panny papa'nın papel par para pare parler parole part parte partea
partes parti participación participat partido partidos partie partir party pas pasado passe passou
passé past patru pauvre pay pays pazar país październik października pct pe peace pedido pedig peine
pek pekerjaan pela pelajaran pelas pelo pelos película pemain pemerintahan pendant pendidikan
penduduk penerbangan pengar penge penger penghargaan penting pentru penulis penyanyi people per
peran perannya perempuan pergi perguruan perioada perioadă periode perlu pernah pero person personas
personer personne pertama pertamanya pertandingan perto perusahaan período perşembe pesar pesawat
pesetas pessoas peste petite petrom peu peut peut-être pierwsze pierwszej pierwszy pierwszym pige
pindah pintu pista piyasaya piątek plaats place plads plan plass plats play played please plus
plusieurs po poate población pobliżu pochodzi pochowany poco początku pod podczas pode podem poder
poderia podium point points pois pokoju polisen politică politiek politieke politiet politikai
politikk politisk politiske política pomiędzy ponad ponownie ponto pontos poor população por porque
portavoz porte porém posición posisi posição possible possui possível poste pot potem potrivit pouco
poules pour pourquoi pouvait powiecie powodu poza pozycji położona położone południe południowy
południu pr pracował prawie prea precum prem première prend prendre prensa present presente
president presidente presque prezent prezentat prices prima primeira primeiro primeiros primele
primera primero primeros primit prin principais principal principales principalmente printre pris
private privind privire prix probleem problem problemas probleme problemen problemer problemă
procent proceso processo producción produse produção profesional profesyonel program programa
programma proiect projeto promedio prosent protagonizada prova provincie província prowincji
proyecto przed przeniósł przeszedł przez przy près présent président própria próprio próximo pt pu
public publicado publicat publice puede pueden pues puesto pukul pulang pulau puluh pun punct punt
punten puntos puntuación punya pus pusat put putea putem puțin până på például péntek pénzügyi
północ północny północy później público püspök qu'elle qu'il quais qual qualquer quand quando quanto
quarante quase quatre quatro que quelle quelque quelques quem quer question questão qui quien
quinta-feira quinze quite quoi qué qu’elle qu’il qu’on r ra radia radio raf raise raison raport
rather raz razem razy razão rağmen read real realizat really rebotes recibió recurso recursos redan
reden redirección reeds regering regeringen regio regionu região región regiões regler reicht reino
reins reise rekke relación relação remis rencontre rendelet rendszer reprezentacji reprezintă reprit
research reseñas resmi respectiv rest reste resto ret retour rett retta reunión richting richtlijn
ride rien right riktig riktigt rok roku rol rolle rolę român românești români română ron rond ronda
room rossz round route rozegrał rozpoczął rr rua ruangan rue rumah run rund rundt rundzie runt russa
russie russo rzecz rzeki rzeką rá rätt række réalisé région répondit része részt részét révén río
róla również rôle război s s'est s-a sa saat sabe sabit sabtu sache sad sade sadece sady safe sagde
sagen sagt sagte sah sahibi sahip sahiptir sahne said sais saison sait saja saját saken sakit salah
salı sama samarbeid samarbejde same samedi samego samen samfunn samma samme sammen sampai samstag
samt samtidig samtidigt samym sana sanayi sangat sans satt satte satu satul saturday sau save saw
say saya says sayı sayıda schließlich schnell schon school schrieb scris se sea seb sebagai sebelah
sebelum sebelumnya sebuah secara sechs secolului second sedan sedang sede sedikit sediul see seemed
seems seen seg seguinte seguintes segunda segundo según sehat sehen sehingga sehr sei seien sein
seine seinem seinen seiner seines seis seit seizoen seja sejak sejarah sekali sekarang sekitar sekiz
sekolah seks selalu selama selanjutnya selasa selatan selben selbst selección seluruh selv selvsagt
sem semakin semana semanas semmi sempre semua senado senare senaste sencillo sendiri sendo senere
seneste seni sens sentido seorang sepak sepanjang seperti sept september septembre septembrie
septiembre ser sera serait seria serial serialu serie serii sering serta serviço serviços será sería
ses sesuatu set sete setelah setembro setiap sett sette setzte seul seule seulement seus several
severe sex sexta-feira sezon sezonie sezonu sezonunda seçildi señaló sfârșitul shall she shia should
si siang sibuk sich sidder side siden sido sidste sie sieben siebie siedzibą sieht siempre siendo
sier sierpień sierpnia siete sig sige siger signe siguiente sikerült sikre silence simplu sin sina
since sind sinds sine sinema singel single sini sino siria sista siste sistema siswa sit siti sitio
sito sitt sitter situación situatie situação situație six siya siyasi się sju själv själva ska skal
skall ske sker skete skjer skola skolan skolen skrev skrive skriver skulle skład slechts slet slik
slike slog slut små snakke snakker snart snel so sob sobie sobota sobre sobą social sociale sogar
soha soir soit soixante soixante-dix sok sokkal solche soll sollen sollte sollten solo som some
somente something sommes soms son sona sondern sonntag sonra sonraki sont sonucu sonunda soon soort
soorten sor sort sorti sortie során sous soutenir souvent sowie sołectwa sp speak special speelde
speelt spelen speler spesielt spielen spielt spielte spille spiller sposób sprach sprake spre
sprijinul spun spune spurgte spus später spør spørgsmål spørsmål st staan staat stabilit stacja
stacji stad staden stadig stammt stand stanie stanowi stanu stany start stasiun state staten statt
stał stało sted steden steder stedet steeds steg stehen steht steine stellt stellte stemmen sterk
sterkt steun still sto stod stolicą stond stood stop stor stora store stort story str strony studia
studierte study styczeń stycznia stället stå står större största større største støtte stüdyo su sua
suara suas sub succes succès sucesso such sudah suis suite sujet suka sumber sunday sungai sunt
support sur surat sure surtout sus susținut svar svarade svensk svenska svårt svært swoich swoim
swoje swojego swojej swoją swój syd syn synes system szabad szemben személyes szeptember szerepet
szereplő szerint szerinti szerzett szinten szintén szlig szociális szombat számos számára származó
szó szóló szükség szükséges született sábado sâmbătă säga säger sätt så sådan såg særlig século sí
só sólo söndag söyledi söz søndag sûr südlich süre să săi său są sık sıra sırada sırasında słowa
s’en s’écria s’était t ta tage tager taget tagit tagja tagállam tagállamok tahu tahun tak take taken
takich takie takım takımı także tal tala talade tale taler talk tallet található talán tam también
também tampil tan tanggal tanpa tant tanto tanácsi tanár tapi tar tarafından tard tarde tarihi
tarihinde tartozik tartozó tatt te tegen tego tehát teil tej tek tekintetében teknik tekrar telah
település televisi televizyon teljes teljesen tell telly tem tema teman temmuz tempat tempo
temporada temporadas temps temsil tendo tener tenha tenho tenker tenni tentang tenía ter teraz
terbaik tercer tercera terdapat terdiri teren terenie teria terjadi terkenal terletak terlihat
termasuk termen termo termos termékek terra terre território tersebut terug terça-feira terén
területén tessék teszi tetap tetapi tett tette teve też than that that's the thee their them then
there theres these they thing things think this those thou though thought three through thursday thy
ti tiara tid tidak tiden tidigare tidligere tidur tiempo tiene tienen tiga tigers tijd tijdens til
tilbage tilbake tilfælde till tillbaka tillegg tillsammans time timer times timp timpul timur ting
tinggal tinggi tingkat tinha tio tipo tirsdag tisdag titlul titre titular tj to toate toată toch
toda todas today todo todos toe toen toernooi tog together toi tok toko tokoh tokusatsu told
tomorrow ton tonight took toplam tore tories torneo tornou tornou-se torsdag tory tot total toujours
tous tout toute toutes tovább további továbbra továbbá town trabajo trabalho transfer tras
traspasado trat travail través tre trebui trebuie trecut tredje trei trenger trente tres tro trodde
trois troisième trop tror tross trouve troya try trzech trzy très três tt tu tua tud tudja tudo
tudom tuesday tun turn turne turned turnieju turnu tussen tutaj tuvo tv två twee tweede twitter two
ty tych tycker tylko tym typu tys tyske tytuł tzw társadalmi târziu tão tänker tänkte tätig tæt
técnico têm tête título több többi történt történő túl tüm tür türü tę től u uang ud udara ude uden
udział uge uger ugyanis uit uiteindelijk ul ulang ulike ultima ultimul ului ulusal uluslararası ulve
um umumnya un unas und unde under understand une unei unele unge universitas uniós uno unor unos uns
unter unterlag unterschrieb until untuk unui up upon upp ur uram urma urmare urmat urmând urmă
următoarele urodził us usa use used usia uso ut utama utan utanför utara ute uten utenfor utolsó
után uur uw uzyskał v va vaak vad vagy vagyok vagyunk vai vais valaki valamennyi valami valamint
valamit vale valget valoare valor valt való vamos vanaf vandaag vann vannak vanskelig vanuit var
vara varandra vardı vardır varför varias varios varit varje vasárnap vatten ve veces ved vedere
vederea veel vei vej vel veldig vele venait vendredi venit ver verdade verde verden verdens verder
verdi vere veren verhaal veri verilen verkligen verließ verlor verloren vers verschillende versión
verslag versão very veröffentlicht vet vett veux veya vez vezes vezető vi via viața viață victoire
vid vida vidare vide video videre vie viel viele vielen vient vier viernes vieux viitor vijf viktig
viktige vil vilket vill ville világ vin vince vinden vineri vingt vinne vinner violine virkelig
visar vise viser vissza vist vista viszont vit vivido você voice voilà voir voix vokal volgde
volgende volgens volledig volna volt volta voltak vom vonatkozó vonatkozóan vond voor vooral
voorbeeld voorstel vor vorba vore vores vorm voro vos votat votre vous vraag vragen vrai vreme vrij
vrijdag vrouw vrouwen vu vált várias vários város vârstă väg väl väldigt världen vår våra våre vårt
væk være været vært végezte végzett végén végül vă w waar waarbij waarin waarvan waktu wales want
wanted war waren warga was wat water wchodzi wcześniej we web wechselte wedstrijd według week weer
weg wegen weil weinig weit weiter weitere weiteren weiß wel welche well wenig weniger wenn went werd
werde werden were wereld werk werken werkte wersji westen what when where whether which while who
whole whose why wie wieder wieku wiele wielu wieso wieś wife wij wil wilayah wilde willen winde wir
wird wire wirklich wisata wish with within without więc więcej wm wo wobei wohl województwie wojny
wollen wollte woman won won't word worden words wordt work working world would wraz wrong wrzesień
września wschód wsi wszystkich wszystkie wszystkim wszystko wtedy wtorek wurde wurden wydany wygrał
wyniku wyspie wystąpił występował występuje während wäre wówczas würde właśnie wśród x xiv xvi ya
yaitu yaklaşık yakni yakın yang yani yanı yanında yapan yapmıştır yaptı yaptığı yapılan yapımı
yardım yayınlanan yazar yazarı yazdığı yaşayan yaşında year years yedi yeni yeniden yer yere yerel
yerine yesterday yet yeux yine yirmi yo yok yoktu yol you your ytterligare yug yung yönetim yüksek
yüz yıl yıllarda yılları yıllarında yıllık yılı yılında yılından yılının za zaak zachód zaczął zajął
zajęła zaken zal zaman zamanda zaterdag zawodach zawodnikiem zawsze zaś zdobył ze zece zeci zeer
zeggen zegt zehn zeigt zeker zelf zelfs zespołu zespół zich zien zij zijn zile zit zitat zm znajduje
znajdują znów zo zo'n zoals zog zona zonas zondag zonder został została zostało zostały zou zouden
zowel zudem zuiden zullen zum zunächst zupełnie zur zurück zusammen zuvor zwar zwei zweite zweiten
zwischen zéro ª º à às água álbum áll állt álló által általános ám án ángeles április área áreas át
än ändå ännu är även å år årene året årets årig årige års åt ça çalıştı çağrı çeşitli çocuk çok çoğu
çıkan çıktı é également él én época éppen équipe érdekében érintett és étaient était étant été év
évben évek években éves évvel éxito één êtes être így îi îl împotriva împreună în înainte începe
început începutul începând încă înregistrat înseamnă însă într între își óta ö ödülü ökade önce
önemli össze összes összhangban över özel özellikle özerk øjne økonomisk økonomiske økt ønske ønsker
úgy új újra última último últimos único über übernahm ülke ülkenin ünlü üst üyesi üzere üzerinde
üzerine üç üçüncü ő őket őt śmierci świata świecie şarkı şarkıcı şarkısı şehir şehri şehrinde
şekilde şey şi şu şubat że żeby życia życie șapte șase și țara țară țări țării аа август августа
адам адамды адамның адамға аз ай айтады айтты айтуынша айтып айтқан ал ала алады алдағы алды алдын
алпыс алты алу алуға алынған алып альбом альбома алған алғашқы апреле апрель апреля арасында армии
арнайы арналған артық арқасында арқылы аса астам ат ауыз ауыл ауыр аясында ақпан байланысты бала
балалар бар барлығы барлық барып барысында бас бастады бастап басты басшысы басынан басқа
бағдарламасы бақытты без бейсенбі белгілі берген берді берегу береді беру бері беріп бес бизнес биыл
бойы бойынша бол болады болар болатын болды более болмайды болмас болса болсаң болсын болуы болып
больше болған будет бы был была были было быть біз бізге біздің білім бір бірге бірдей бірнеше бірі
бірінші бүгін бүгінгі бүтін бұл бұрын бәрі бөлек бөлінген в века веке вернулся версии версия вид
виде видов включая власти влияние вместе вновь во войны войск войска воскресенье востоке впервые
времени время все всего всех всё вторник второй входит выступал вышел вышла гг где главным гмина го
год года годах годов году годы город города городе городом государственный группа группы да даже
дамыту данным дауыс два две двух де дебютировал деген деді дейді дейін декабрь декабря ден день деп
деревня для до долларов дос другие других дұрыс его еді ей екен екенін екі екінші ел елге елде елді
елдің елу елімізде еліміздің емес ему енді ер ерекше есть етеді ещё её ең еңбек жалпы жаман жан
жарым жас жасалған жасап жастар жатыр жатырмыз жатқан жағдай жағдайда жақсы жаңа жаңалықтар жаңағы
же жеке жексенбі желтоқсан жер жерге жергілікті жерде жеткен жетпіс жетті жеті жизни жителей жиырма
жоба жол жолы жоғары жоқ жуық жыл жылда жылдан жылдың жылы жылына жылға жігіт жүз жүзден жүзеге жүр
жүрген жүріп жұлдызды жұма жұмыс жұмыстары жұмыстарын жұмысын және за забил занимает занял западе
затем заң здесь игр игра играл играх игре игру игры ие из-за или им имеет имени империи истории ит
их июль июля июнь июня как карьеру карьеры качестве ке кезде кезекте кезінде кейін келген келді келе
келеді келіп керек кетеді кеткен кетті клуб клуба клубе км когда команда команде команду команды
коммуна компании компания контракт конце которая которого которое которой котором которую которые
который которых края культуры кісі күн күнде күні күніне көз көлемі көлік көмек көп көрсету көріп
лет линии лишь лучшим лучших людей люди ма май мал мамандар мамыр март марта матч матча матчах матче
матчей маусым мая маңызды медициналық между мектеп мемлекет мемлекеттік мен менее места месте место
метр метро метров миллиард миллион мир мире млн многие многих много может можно момент море моря
муниципалитета мына мынау мың мыңнан мыңға міне мүмкін мүмкіндік мұндай мәселе на над название
названием назначен наиболее нан например население населения настоящее наурыз находится национальной
начал начала начале нақты не него негізгі ней некоторых немесе нескольких несколько нет неё ни ним
них но ноябрь ноября нші нём нөмірі об области область облыс облысы облысында образом одан один одна
однако одним одного одной ок около окончания округ округа октябрь октября ол олар олардың он она они
оннан оны оның орналасқан орта орын основе основном особенно остров острова острове осы осындай от
отбасы отец отыз отыр отырмыз отырған очень оған оқу пайызы партии партия пен первого первой первом
первый первым перед переехал перенаправление переписи перешёл период песня площадь по под позже
полностью получил получила помощью после посёлок почти право при примерно провинции провёл
происходит протекает против процент процентке проценті пятница работал работы раз различных район
района районе расположен регионе результате река реке реки рет ретінде род рода роль россию россия
сай сайлау сайте сайын салтанатты салу самым самых саны сатып сауда саяси сағат сақтау сборной
сборную своего своей свои своим своих свой свою своё связи себя севере сегіз сезон сезона сезоне
сейсенбі сексен секілді село семейства семье сенбі сентябрь сентября серии силы системы смерти со
собой сол соны соның состав составе составляет составной состоялась соң соңғы среди стал стала стали
стало станция стороны стран странах страны су суббота счётом сыграл сәйкес сәуір сөз та так также
такие таких там тамыз тағы таңда те тек тем территории течение тең теңге теңгеге теңгеден типа титул
тиіс тиісті то того толық только тонна тот тоғыз тоқсан тренером три трёх туралы турнира турнире тыс
тысяч тікелей түрде түрлі түскен тұр тұрады тұрақты тұрып тұрған тұрғын тұрғындар төрт уақыт уақытта
удалось уже университет университета университете участие февраль февраля фильм фильма финале
футболу футбольный х халық халықаралық халықтың хотя центр центра центром части частности часто
часть частью чего чел человек чем чемпионата чемпионате через честь четверг четырёх числе число
членом что чтобы шағын шетелдік шешім школу школы штат штата шықты шыққан шілде ы ыншы ыы ьber
экономикалық эти этих это этого этой этом этот ээ юге является являются язык январь января яғни і
інші ірі іс іске істеп істер ісі ішінде іі ға ғана ғой қажет қажетті қазан қазақ қазақстандық қазір
қазіргі қайта қала қалай қаласында қалды қалған қамтамасыз қана қандай қар қара қарай қарап қараша
қаржы қарсы қатар қатын қатысты қаңтар қол қолдау қолға қоғамдық қыз қызмет қыркүйек қырық құны үй
үйде үйдің үлкен үш үшін әйел әлеуметтік әлі әр әрі өз өзге өзі өзінде өзінің өкілдері өте өткен
өтті өңірде अक्टूबर अगर अगस्त अदिलाबादु अधिक अधिकारियों अधिकारी अध्यक्ष अनंतपुर अनुसार अन्तर्गत अपना
अपनी अपने अप्रैल अब अभी अमरीका अमरीकी अमेरिका अलग अलीगढ़ अल्मोड़ा आ आई आए आगे आज आने आन्ध्रप्रदेश आप
आम आया आयोग आरोप इंडिया इन इलाहाबाद इस इसके इसलिए इससे उत्तर उत्तराखण्ड उनका उनकी उनके उन्हें
उन्होंने उस उसके उसने उसे एक ऐसा ऐसे ऑस्ट्रेलिया ओर और औरंगाबाद कई कप्तान कभी कम कर करता करते करना
करने करें करेंगे कर्नूलु कल कश्मीर कहते कहना कहा कहानी का कांग्रेस काफ़ी काम कार कारण कार्रवाई कि
किए किया किसी की कुछ कुमाऊँ के केंद्र केजरीवाल केस कैसे को कोई कोर्ट कोशिश कौन क्या क्यों क्योंकि
क्रिकेट क्षेत्र ख़िलाफ़ खास खिलाफ खेल गई गए गढ़वाल गया गाँव गिरफ्तार गुजरात गुरुवार गोली घर घायल
घोषणा चमोली चल चार चाहते चाहिए चीन चुनाव छत्तीसगढ़ जगह जनता जनवरी जब जवाब ज़्यादा जा जांच जाए जाएगा
जाता जानिए जाने जानें जारी जिले जीत जुलाई जून जेल जो टीम टीवी टेस्ट तक तरह तहसील तीन तुम तैयार तो था
थी थीं थे दक्षिण दर्ज दल दिन दिनों दिया दिल्ली दिसंबर दी दुनिया दूर दूसरे दे देने देश देशों दो दोनों
दौरान न नई नए नगर नजर नया नवंबर नहीं ना नाम निर्वाचन ने नेता नेताओं नैनीताल नौकरी पंजाब पटना पता
पत्नी पद पर परिवार पसंद पहली पहले पाँच पाक पाकिस्तान पाकिस्तानी पानी पार्टी पास पिछले पिता पिथोरागढ
पुलिस पूरी पूर्व पौड़ी प्रदर्शन प्रदेश प्रधानमंत्री प्रमुख फ़रवरी फ़िल्म फिर फिल्म फैसला बंद बच्चे
बच्चों बड़ा बड़ी बड़े बताया बन बना बनाने बनाया बनी बने बयान बस बहुत बागेश्वर बात बातचीत बाद बार बारे
बाहर बिना बिहार बीच बीजेपी बीबीसी बेटी बैंक बैठक बोले भाजपा भारत भारतीय भारी भाषा भी मंगलवार मंत्री
मंदिर मई मण्डल मतदान मदद महाराष्ट्र महिला महिलाओं महीने मांग मामला मामले मारे मार्च मिल मिला मिली
मिले मीडिया मुंबई मुझे में मेरे मैं मैंने मैच मौत यह यहाँ या यात्रा यूपी ये यौगिक रन रविवार रह रहा
रही रहे राजनीतिक राजस्थान राज्य रात रायगढ़ राष्ट्रपति राष्ट्रीय रिपोर्ट रूप रेप रेलवे लंदन लगता लगा
लगाया लगी लड़की लिए लिया ले लेकर लेकिन लेने लोक लोकसभा लोग लोगों व वजह वर्ष वह वहाँ वापस वायरल वाला
वाली वाले विकास विकेट विधानसभा विरोध विवाद विश्व वीडियो वे वैकेंसी वो शनिवार शहर शादी शामिल शुक्रवार
शुरू शेयर शो श्रीलंका संसद सकता सकती सकते सबसे सभा सभी समय समर्थन सरकार सरकारी सवाल सात साथ सामने
साल सितंबर सीट सुप्रीम सुरक्षा से सेना स्कूल स्थित हत्या हम हमला हमले हमलों हर हाथ हिन्दी ही हुआ हुई
हुए हूँ है हैं हो होंगे होगा होगी होता होती होते होने অংশ অক্টোবর অনুযায়ী অনুষ্ঠানে অনেক অন্য
অন্যদিকে অবরোধ অবশ্য অভিযোগ অভিযোগে অর্থ অর্থনৈতিক আইন আওয়ামী আকাশ আগস্ট আগামী আগুন আগে আগের আছে
আছেন আজ আটক আন্তর্জাতিক আপনার আপনি আবার আমরা আমাকে আমাদের আমার আমি আর আরও আলোকে আলোচনা আসনে আহত আয়ের
ইউনিয়ন ইউনিয়নের উত্তর উদ্ধার উপজেলা উপজেলার উপস্থিত ঋণ এই এক একই একজন একটা একটি এখন এখনো এখানে এটা
এটি এতে এপ্রিল এবং এবার এমন এর এলাকায় এসব এসে ও ওই ওপর কখনো কত কথা কমিটির করছে করছেন করতে করা করার
করি করে করেছে করেছেন করেন কর্মকর্তা কর্মসূচি কলেজ কাছে কাজ কারও কারণ কারণে কাল কি কিংবা কিছু কিন্তু
কী কেউ কেন্দ্রীয় কোটি কোনো ক্ষেত্রে কয়েক খুব খেলা গত গতকাল গিয়ে গুরুত্বপূর্ণ গেছে গ্রামের গ্রেপ্তার
ঘটনা ঘটনায় ঘটে ঘোষণা চলছে চলতি চলে চাই চাচাতো চার চেষ্টা চেয়ারম্যান চেয়ে ছাড়া ছিল ছিলেন ছেলে ছেড়ে ছয়
জন্য জমা জাতীয় জানতে জানা জানান জানায় জানুয়ারি জানুয়ারি জুন জুলাই জেলা টম টাকা টাকার ডিসেম্বর ঢাকা
তখন তথ্য তবে তা তাঁকে তাঁদের তাঁর তাঁরা তাই তাদের তার তারা তিন তিনি তুমি তুলে তৈরি তো তোমার থাকতে
থাকবে থাকলে থাকা থাকায় থাকে থানার থেকে থেকেই দক্ষিণ দল দলীয় দলের দশমিক দাবি দাম দায়িত্ব দিকে দিতে
দিন দিয়ে দিয়েছে দিয়েছেন দুই দুটি দেওয়া দেওয়ার দেখা দেখে দেন দেশ দেশে দেশের দেয় দ্বিতীয় ধরনের ধরে
নতুন নভেম্বর না নানা নাম নামে নিজ নিজের নিতে নিরাপত্তা নির্বাচন নির্বাচনী নির্বাচনে নির্বাচনের
নির্বাহী নিশ্চিত নিহত নিয়ে নেই নেওয়া নেওয়ার নেতা নয় পক্ষ পক্ষে পর পরও পরিচালক পরিবারের পরিষদের
পরিস্থিতি পরে পর্যন্ত পাঁচ পাওয়া পারে পারেন পালন পুলিশ পুলিশের পোশাক প্রকাশ প্রতি প্রতিবেদন প্রথম
প্রধান প্রধানমন্ত্রী প্রাথমিক প্রার্থী প্রায় পড়ে ফলে ফেব্রুয়ারি বই বক্তব্য বছর বছরে বছরের বন্ধ
বর্তমান বলতে বলা বলে বলেছেন বলেন বা বাংলাদেশ বাংলাদেশের বাইরে বাজারে বাবা বাড়ি বিএনপির বিদেশি
বিভিন্ন বিরুদ্ধে বিরোধী বিশেষ বিষয়টি বিষয়ে বুধবার বৃষ্টি বৃহস্পতিবার বের বেশ বেশি বেড়েছে ব্যবস্থা
ব্যবহার ব্যাংক ব্যাংকের ব্যাপারে বড় ভারতের ভালো ভোট মঙ্গলবার মতো মধ্যে মনে মাঠে মাধ্যমে মানুষ
মানুষের মামলা মামলার মারা মার্চ মাস মাসে মে মোট ম্যাচ যখন যদি যা যাওয়ার যাচ্ছে যান যাবে যায় যে যেতে
যেমন র রপ্তানি রবিবার রাখা রাজনৈতিক রাজস্ব রাত রাতে রান রেকর্ড রেখে রয়েছে লাখ লাশ লীগের শতাংশ শনিবার
শিকার শিক্ষা শুক্রবার শুধু শুরু শেষ শেষে শ্রমিক সংসদ সকালে সঙ্গে সদর সদস্য সব সবচেয়ে সবাই সভাপতি
সম্পাদক সম্ভব সময় সময়ে সরকারি সরকারের সর্বোচ্চ সাধারণ সাবেক সামনে সারা সালে সালের সাড়ে সিদ্ধান্ত
সুযোগ সূত্র সে সেই সেখানে সেঞ্চুরি সেটা সেপ্টেম্বর সোমবার স্থানীয় হওয়া হওয়ার হওয়ায় হচ্ছে হতে হত্যা
হন হবে হলে হলেও হলো হাজার হাত হাতে হামলা হামলার হার হাসপাতালে হিসাব হিসেবে হয় হয়তো হয়নি হয়ে হয়েছিল
হয়েছে হয়েছেন กรกฎาคม กันยายน กุมภาพันธ์ ตุลาคม ธันวาคม พฤศจิกายน พฤษภาคม มกราคม มิถุนายน มีนาคม
วันพฤหัสบดี วันศุกร์ วันอังคาร วันอาทิตย์ วันเสาร์ สิงหาคม เมษายน など 一月 七月 三月 九月 二月 五月 仕 他 任 八月 六月
十一月 十二月 十月 四月 土曜日 外 多 日曜日 星期二 星期五 星期六 星期四 星期日 木曜日 模 火曜日 生物多 立憲 絶対 金曜日 가 가능성이 가수 가운데 가장 가지 가진 각각 간 감독
감독은 감독의 감독이 강 갖고 같다 같은 같이 개 개월 개의 거의 건 걸 것 것도 것으로 것은 것을 것이 것이다 게 결과 결국 경기 경기를 경기에서 경우 경찰은 계속 계획이다 공동
공식 과 과거 관계자는 관련 관심을 관한 교수는 국내 군 그 그가 그냥 그는 그대로 그동안 그러나 그런 그리고 그의 금요일 기록했다 기준 까지 나는 나온 나왔다 난 날 내 내가
내년 너무 네 년 년간 년대 년부터 년에 높은 눈길을 는 다 다른 다시 다양한 다음 단 당 당시 대 대상으로 대통령 대통령은 대통령의 대통령이 대표 대표는 대한 대해 대회 더 더욱
데 도 동안 됐다 되는 된 된다 될 두 두고 뒤 드라마 들어 듯 등 등에 등으로 등을 등의 등이 따라 따르면 때 때문에 때문이다 또 또한 라고 라며 러시아 로 를 마지막 만 만든
만에 만원 만큼 많은 많이 말 말을 말했다 매우 먼저 며 면서 명 명으로 명을 명의 명이 몇 모두 모든 모습을 모습이 목요일 못 못한 못했다 물론 미국 및 바 바로 반면 받고 받아
받았다 받은 밝혔다 방송 방송된 배우 번 번째 보고 보는 보다 보도했다 보면 보였다 보인다 본 볼 봤는데 부산 북한 북한의 분 비롯해 비해 사람은 사람이 사실을 사진 살 상대로 새
새누리당 새로운 서울 선발 선수 설명했다 세 세계 소속 수 수도 승 시 시간 시즌 실제 싶다 씨 씨가 씨는 아니다 아니라 아닌 아저 아직 않고 않는 않다 않았다 않은 알고 알려졌다
앞두고 앞서 앞으로 약 어느 어떤 어떻게 억 억원 없는 없다 없었다 없이 에 에서 여 여러 여성 여신 역시 연기 연속 열리는 열린 영국 영화 영화가 영화는 영화를 예정이다 오는
오늘 오전 오후 온 온라인 올 올랐다 올림픽 올해 와 왔다 왜 우리 우리는 원을 월 월부터 위 위를 위에 위한 위해 으로 은 을 의 의원은 이날 이라고 이라며 이런 이렇게 이를
이미 이번 이상 이야기를 이어 이에 이제 이하 이후 인 일 일까지 일본 일부 일부터 일요일 일이 있고 있는 있다 있다고 있다는 있던 있도록 있습니다 있어 있었다 있으며 있을 있지만
자신의 작품 잘 전국 전날 전체 전했다 점 점을 정도 정도로 정말 정부 제 좀 좋은 주요 줄 중 중국 중이다 중인 지금 지난 지난달 지난해 지역 직접 진짜 차 차례 참 처음
처음으로 천 첫 초 총 최고 최고의 최근 최대 최종 측은 층 크게 큰 태평 토요일 통해 특히 팀 평균 프랑스 하고 하나 하는 하루 하지 하지만 한국 한국은 한국의 한다 한편 할
함께 해 해당 했다 현재 현지 혐의로 화요일 회 후`;

/** Those that are surnames with a capital. */
export const surnamesAmongThem = `
abril andra andre banda barna barra bas bass ben bir campo can cara close co da dan das de dix
domingo eden ene fall good gut hari hay he heller hope just kis kota lama lang lata le lima lo love
luna ma mai man mann mar mas mata may mayo mee mir more ne nur oda om pace pun read real russo said
sin som tan vi vos yang yung`;
