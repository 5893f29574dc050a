// SPDX-License-Identifier: Apache-2.0

import type { NameLists } from "./name_lists.js";

/** Names of Europe's and the Caucasus' scripts. Latin ones are of plain letters, as addresses need them. */
export const europe: Readonly<Record<string, NameLists>> = {
  Latin: {
    given:
      "Alwin Annika Astrid Bastian Benno Brigitta Carsten Celina Clemens Cosima Dagmar Dorian Edda Elvira Emeric " +
      "Fabrice Fenna Florin Gerlinde Gisela Gunnar Hedwig Henrik Ilona Imre Ingmar Isolde Janneke Jorinde Kasimir " +
      "Klarissa Ladislav Leander Lorenz Ludmila Malvina Mathis Merete Nadja Norbert Odette Ottilie Pascal Petronela " +
      "Quirin Ragnar Renske Rosalind Sabina Severin Solveig Sverre Tamara Thekla Torsten Ulrike Valentina Wanda " +
      "Wibke Zdenka",
    family:
      "Aldinger Arnesen Balfour Bergstrom Bramwell Brockhoff Castelli Corvini Dahlgren Devereux Dombrowski Ellison " +
      "Engstrom Falkner Fenwick Ferrante Garnier Gladwin Granholm Hagedorn Halvorsen Hawthorne Ibsen Jakubek Kettler " +
      "Kirkland Kowalczyk Kronberg Lafontaine Lindqvist Lombardi Lundgren Marchetti Merriweather Montclair Nordmann " +
      "Novotny Oakley Ostrander Pellegrino Petersson Prescott Quintero Radcliffe Ravenna Rosenlund Salvatore " +
      "Schonfeld Sederholm Tavares Thornbury Ullmann Vandermeer Velasco Verhoeven Wadsworth Westergaard Winslow " +
      "Zabransky Zellweger",
    place:
      "Altenrode Ambersted Ardenbury Birkenau Brackenfield Calvemont Carrowdale Dellingen Eastmere Elmstad Fairhaven " +
      "Falkenrode Glenmara Granvelle Hartenfels Hollowmere Karlstein Kestrelby Lindenrode Lorvina Marbeck Merrowfield " +
      "Montravel Nethercombe Oldenmark Pinevale Ravenstead Rosendal Santorela Silverlake Steinfurth Tannenbrook " +
      "Valdoro Vinterby Westermoor Windelburg",
    firm:
      "Alvetra Arctara Belmoris Brandell Cortexa Dynavell Elvanto Ferrovia Galdera Helionis Integra Jovanta Kelmora " +
      "Lumetra Medivanta Norvella Optarix Pelandra Quorvex Relantis Solvanta Tectoria Umbrava Ventrix Wexford Xandria " +
      "Zentaris",
  },
  Cyrillic: {
    given:
      "Аркадий Богдан Валерия Вениамин Всеволод Галина Георгий Герман Глафира Демьян Евгения Емельян Зинаида Игнат " +
      "Изольда Илларион Инесса Капитолина Кирилл Климент Лариса Леонид Лидия Любомир Маргарита Матвей Мирослав " +
      "Назарий Никодим Оксана Пелагея Прохор Радомир Регина Ростислав Руслан Серафим Станислав Тарас Таисия Тимофей " +
      "Ульяна Фаина Филипп Харитон Эвелина Эдуард Юлиан Ярослав",
    family:
      "Агафонов Арсеньев Баранцев Белозеров Бессонов Вавилов Веденеев Воронцов Гагарин Горностаев Гребенщиков Дашков " +
      "Дементьев Добролюбов Дубровин Еланский Журавлев Завьялов Звягинцев Калитин Каменев Кедров Кольцов Курбатов " +
      "Лаврентьев Ледогоров Лопухин Мельников Мещеряков Мурашов Нагорный Непомнящий Оболенский Озеров Панфилов " +
      "Полетаев Пригожин Рубцов Савельев Самарин Северцев Соболев Сухоруков Тихонравов Толмачев Уваров Успенцев " +
      "Филатов Хворостин Чернышов Шереметьев Шубин Щеглов Юсупов Яблоков",
    place:
      "Белогорье Березань Боровичи Верхоречье Горноуральск Дубравск Заозерск Каменогорск Ключеград Моховое Лесогорск " +
      "Липовец Медноозерск Новолуги Озерянск Подгорск Приозерье Речинск Рябиновка Северогорск Сосновец Старополье " +
      "Тихореченск Холмогорье Черноречье Ясногорск",
    firm:
      "Альтавест Велестрой Вектрон Геосфера Деловест Инвестрой Кварцит Ледокол Мегастрой Новатрон Полимаш Росгранит " +
      "Севермаш Спецтехно Стройвест Технопарк Уралвест Энерготех",
  },
  Greek: {
    given:
      "Αγαθή Αλέξης Ανδρομάχη Αρετή Αριστείδης Ασπασία Αχιλλέας Βασιλική Γεράσιμος Δέσποινα Δήμητρα Διονύσης Ελπίδα " +
      "Ερμιόνη Ευγενία Ευστάθιος Ζηνοβία Ηλέκτρα Θεανώ Θεμιστοκλής Ιάκωβος Ιφιγένεια Καλλιόπη Κλειώ Κλεάνθης " +
      "Λεωνίδας Λυδία Μελίνα Μιλτιάδης Ναυσικά Ξενοφών Οδυσσέας Ορέστης Πελαγία Περικλής Πηνελόπη Ρωξάνη Σοφοκλής " +
      "Στέργιος Τηλέμαχος Φαίδρα Φωτεινή Χαρίλαος Χρυσάνθη",
    family:
      "Αγγελόπουλος Αλεξίου Αναγνώστου Βλαχόπουλος Βουτσάς Γαβαλάς Γεννηματάς Δεληγιάννης Δρακόπουλος Ευθυμίου Ζαχαρίου " +
      "Ζερβός Ηλιόπουλος Θεοφίλου Καβάφης Καλογήρου Καραγιάννης Κοντογιάννης Κουρής Λάσκαρης Λιβανός Μαυρίδης " +
      "Μελισσηνός Μπουκουβάλας Νικολαΐδης Ξανθόπουλος Οικονόμου Παλαιολόγος Παυλίδης Πετρόπουλος Ράλλης Σαμαράκης " +
      "Σκουλούδης Σταματίου Τριανταφύλλου Τσιμάρας Φραγκούλης Χατζηδάκης Χριστοφόρου Ψαράς",
    place:
      "Αγριοχώρι Ανθόπολη Βραχώρι Γλυκονέρι Δαφνοχώρι Ελατόπολη Καλλιρρόη Καστανιά Κρυονέρι Λευκόπετρα Μαυροβούνι " +
      "Μηλοχώρι Νεράιδα Ξηροπόταμο Παλαιόκαστρο Πετρωτό Ροδόπολη Συκοχώρι Φτελιά Χρυσόπολη",
    firm: "Αλφατεχ Βιοτεχνική Γαλαξιακή Διαδρομή Ελλανική Θαλασσινή Ιονική Κυκλαδική Μεσογειακή Νεοτεχ Ολυμπιακή Πελασγική Ροδιακή Τεχνόπολη",
  },
  Georgian: {
    given:
      "ავთანდილ ბესიკ გურამ დალი ეკატერინე ვალერი ზაზა თამაზ ია კახაბერ ლამარა მანანა ნანული ოთარ პაატა რევაზ სულხან ტარიელ უშანგი ფიქრია ქეთევან შორენა ცისანა ჯემალ",
    family:
      "აბაშიძე ბარათაშვილი გაბუნია დოლიძე ერისთავი ვაშაძე თოდრია იაშვილი კობახიძე ლომიძე მაჩაბელი ნიჟარაძე ორბელიანი ჟღენტი სიხარულიძე ტაბიძე უგრეხელიძე ქავთარაძე ღვინიაშვილი ყიფშიძე შენგელია ჩხეიძე წულაძე ჯავახიშვილი",
    place:
      "ალაზნისპირი ბაღდადური გორისხევი დიდველი ვარდისუბანი თეთრიხევი კაკლიანი ლომისა მთისძირი ნიგვზიანი ოქროხევი რკონისი სამთაწყარო ტყისპირი წყალთაშუა",
    firm: "ალგეთი ბორჯღალი გეომშენი დარიალი ვერძი თბილქსელი კავკასუსი ლილოტექსი მეტალგრუპი ნიკორტექსი რუსთავტექსი ფორმატი",
  },
  Armenian: {
    given:
      "Արտաշես Բագրատ Գայանե Դերենիկ Եղիշե Զարուհի Էլեոնորա Թադևոս Իշխան Լևոն Խորեն Կարապետ Հասմիկ Ղևոնդ Մանվել Նարե Շուշանիկ Ոսկան Պարույր Ռուզան Սմբատ Վարդուհի Տրդատ Ցողիկ Օվսաննա",
    family:
      "Աղաբաբյան Բադալյան Գալստյան Դանիելյան Եղիազարյան Զաքարյան Թումանյան Իսահակյան Լալայան Խանզադյան Կոստանյան Հարությունյան Ղազարյան Մելքոնյան Նալբանդյան Շահնազարյան Օրբելյան Պապազյան Ռշտունի Սարուխանյան Վարուժան Տիգրանյան Քոչարյան Օհանջանյան",
    place:
      "Ակնաղբյուր Բերդաքար Գետահովիտ Դաշտադեմ Եղեգնաձոր Թթուջուր Խնձորուտ Կաղնուտ Հացառատ Մայրանոց Նռնաձոր Ուռեգետ Սարահարթ Վարդաբլուր Քարագլուխ",
    firm: "Արփատեք Գեոշին Զվարթ Լուսակերտ Կովկասշին Մետաքս Նորաշեն Շինարար Սևանտեք Վեկտոր",
  },
};
