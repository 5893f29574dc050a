// SPDX-License-Identifier: Apache-2.0
// Made by models/names/lists.py.

/** Given names. */
export const givenNames = `
Aaaqil Aaban Aabid Aachal Aadam Aadhya Aadi Aadidev Aadil Aadinath Aaditya Aadrika Aafiya Aagam Aage
Aagney Aagneya Aahana Aahil Aalam Aalee Aalim Aaliyah Aalok Aaltje Aamil Aamir Aamirah Aamod Aanand
Aanandaswarup Aanandinii Aanjaneya Aaqil Aaratrika Aarav Aarif Aarini Aariz Aarna Aarnav Aaron Aart
Aarush Aarya Aaryan Aarón Aasa Aasha Aashi Aashif Aashir Aashritha Aasif Aasim Aatif Aatiq Aatmaj
Aatmaja Aatreya Aaus Aayan Aayush Aayushmaan Aayushman Aazim Abaan Abagail Abak Abaka Abakay Abani
Abar Abay Abbas Abbi Abbie Abbigail Abby Abdalla Abdallah Abdel Abdelatif Abdelghani Abdelkader
Abdellah Abderaouf Abderrahmane Abdi Abdiel Abdihakim Abdirahman Abdiş Abdon Abdonie Abdou Abdoul
Abdoulaye Abdourahmane Abdramane Abdul Abdulbekir Abdulgazi Abdulhadi Abdulkadir Abdullah Abdullahi
Abdulmenaf Abdulsemet Abdurrahman Abdón Abdülahat Abdülcemal Abdülhadi Abdülkerim Abdülsamed
Abdürreşit Abednego Abeer Abeiku Abel Abelardo Abelin Abeline Abelone Abena Abendam Abha Abhaidev
Abhaya Abhimanyu Abhiram Abhirath Abhisyanta Abibatou Abid Abidin Abigael Abigaelle Abigail Abigale
Abigayle Abigaël Abigaëlle Abigaíl Abigaïl Abigél Abilio Abimbola Abisola Abisoye Abiye Abluç Abner
Abou Aboubacar Aboubakar Abraham Abram Abraão Absalon Abubakar Abuzar Abyasa Abélard Abılay Abşar
Acace Acacie Acanthe Acar Acarkan Acaryatanaya Achaire Achalesvara Acharyanandana Acharyasuta Achiel
Achieng Achille Achim Achintya Achraf Achyut Aclan Aculina Acun Aczél Adah Adair Adal Adalan Adalard
Adalbald Adalbaude Adalbert Adalberto Adalbéron Adaldı Adaline Adalmış Adalric Adalsinde Adame Adan
Adasal Adaugo Adaş Adberilgen Addie Adea Adeboye Adedayo Adegoke Adegrin Adegrine Adela Adelaida
Adelajda Adelardo Adelaïde Adelbert Adele Adelgunde Adelheid Adelia Adelie Adelin Adelina Adelinde
Adeline Adell Adella Adelle Adelphe Adeltrude Adelya Aden Adenet Adheesh Adhiarja Adhiraj Adhrit
Adhémar Adiarja Adib Adiela Adika Adikara Adikavi Adila Adile Adina Adinata Adinath Adis Aditeya
Aditya Adityanandan Adityanandana Adjutor Adlan Adlıbeğ Adnan Adnân Adolf Adolfa Adolfine Adolfo
Adolph Adolphe Adolphie Adolphus Adonis Adonise Adora Adoración Adrain Adraman Adrastée Adrehilde
Adriaan Adriaen Adrian Adriana Adriane Adrianna Adriano Adriean Adriel Adrien Adrienn Adrienne
Adripathi Adrián Adsız Advaith Advay Advaya Advik Advika Adviye Adweta Adwitiya Adwoa Adya Adán
Adèle Adél Adélaïde Adélie Adéodat Adílio Adıgün Adıgüzel Adık Adıkutlu Adıkutlutaş Aedan Aenne
Afanasi Afanasie Afer Aferdita Affan Afia Afife Afitap Afonso Afra Afrim Aftin Afua Afşar Afşin
Afşın Agafia Agapet Agapito Agasti Agastya Agata Agatha Agathange Agathe Agathon Agaton Aggrey
Agilbert Agilberte Agim Aglae Aglaia Aglaé Agnan Agnane Agne Agneflète Agnelo Agnes Agnesa Agnese
Agneta Agnete Agneya Agnieszka Agnimitra Agniprava Agnivesh Agnos Agnès Agostina Agostino Agrata
Agripa Agripina Agrippin Agrippine Agron Agrypina Aguri Agus Agustin Agustina Agustín Agâh Ahalya
Ahat Ahilya Ahlem Ahmad Ahmed Ahmet Ahsen Ahter Aicha Aidan Aideen Aiden Aileen Ailis Aimee Ainara
Aine Aino Ainoa Aisha Aishani Aisling Aislinn Aissatou Aisyah Aitana Aitor Aiyana Ajeet Ajeng Ajiman
Ajimat Ajimin Ajiono Ajit Ajita Ajla Ajlin Ajna Akalan Akalp Akande Akanni Akarsana Akata Akatay
Akay Akaş Akbatur Akbay Akbaş Akboğa Akbudak Akbulak Akbuğra Akbörü Akcivan Akdemir Akdora Akdoğan
Akdurmuş Akeem Akemi Akgöl Akgüneş Akhtar Akif Akiko Akinyi Akira Akise Akito Akkerman Akkun Akkunlu
Akkurt Akkuş Akmaner Akmaral Akofa Akorfa Akos Akosua Akoth Akpıra Akram Akroor Aksay Akshainie
Akshaj Akshat Akshata Akshay Akshayakeerti Akshita Aksil Aksoy Aksungur Aksöğüt Aktan Aktekin
Aktemür Aktimur Akua Akula Akumaa Akunna Akver Akwasi Akwesi Akyıldız Akça Akçabay Akçakoca Akçasu
Akçora Aköz Akıbudak Akınal Akıner Akınçı Alaa Alaaddin Alaban Alabezek Alabörü Aladağ Alade Aladin
Aladino Aladoğan Alaeddin Alain Alaina Alaine Alakurt Alambana Alamin Alamiro Alanalp Alanis Alanna
Alannah Alara Alassane Alastair Alattin Alayna Alayunt Alayuntlu Alaz Alaïs Alban Albane Albano
Albeiro Albert Alberte Albertem Albertha Albertina Albertine Alberto Albertą Albin Albino Albrecht
Albulena Albérade Albéric Alcan Alceu Alcibiade Alcide Alcidie Alcime Alcine Alcira Alcyone Alda
Aldair Aldegonde Aldemar Aldemir Alden Aldin Aldo Aldonce Aldonza Aldous Aldoğan Aldric Aldıgerey
Alea Aleaume Alec Aleen Aleida Aleisha Aleister Aleixo Alejandra Alejandrin Alejandrina Alejandro
Alejo Alek Aleks Aleksa Aleksandar Aleksander Aleksandr Aleksandra Aleksandrem Aleksei Aleksej
Aleksiej Aleksy Alekszandr Alekszej Alekséi Alena Alenia Aleodor Alesea Alessa Alessandra Alessandro
Alessia Alessio Aleth Aletha Alevtina Alex Alexa Alexandar Alexander Alexanders Alexandr Alexandra
Alexandre Alexandrea Alexandrina Alexandrine Alexandro Alexandros Alexandru Alexane Alexanne Alexe
Alexei Alexej Alexi Alexia Alexie Alexine Alexis Alexys Alexzander Aleya Aleyna Alfons Alfonsina
Alfonso Alfonzo Alford Alfred Alfreda Alfredo Alfréd Algot Algu Algış Alia Aliabbas Alic Alica
Alican Alice Alicia Alicja Alida Alienor Aliette Aliihsan Alika Alima Alina Aline Aliona Aliou
Alioune Alirio Aliro Alis Alisa Aliseydi Alisha Alison Alissa Alissia Alisson Alistair Alistar
Alister Alivia Alix Alixe Aliya Aliyah Aliza Alizee Alizé Alizée Aliénor Alişan Alişir Alka
Alkabölük Alkaevli Alkan Alkaşı Alkor Allan Allana Allegra Allene Alliaume Allie Allison Almast
Almendra Almila Almine Almir Almira Almire Almudena Almus Almut Almuth Almási Alois Aloisia Alojzy
Alok Alon Alondra Alonso Alonzo Aloys Aloyse Aloïs Aloïse Alpagut Alpamış Alparsbeğ Alparslan
Alpaslan Alpata Alpay Alpaya Alpaykağan Alpbamsı Alpbilge Alpcan Alpdirek Alpdoğan Alper Alperen
Alpertunga Alpgerey Alphan Alphonce Alphonse Alphonsine Alphonso Alphée Alpike Alpilig Alpinien
Alpkara Alpkutlu Alpkülük Alpsü Alptegin Alptunga Alpturan Alptutuk Alptuğrul Alpuluğ Alpurungu
Alpurungututuk Alpyörük Alpış Alpşalçı Alsoy Altankan Altankağan Altemur Althea Althée Altmışkara
Altoğan Altuga Altuğ Altınbike Altınkan Altınkaya Altınkağan Altınoba Altıntamgan Altıntamgantarkan
Altıntarkan Altıntay Altınçiçek Altınışın Alva Alvah Alvar Alvaro Alve Alveiro Alvena Alvera Alverta
Alverède Alvin Alvina Alvis Alwar Alwin Alwina Alwine Alya Alyah Alyce Alycia Alysa Alysha Alyson
Alyssa Alyssia Alysson Alícia Alíz Alımga Alışık Amabela Amadea Amadeus Amady Amaia Amaira Amalia
Amaliane Amalie Amalric Amalryk Amalthée Amancio Amanda Amande Amandin Amandine Amando Amani Amar'e
Amara Amaranaath Amarande Amaranthe Amaresh Amari Amarilis Amarnath Amaru Amaryllis Amath Amaury
Amaya Amaël Ambar Ambasadorowie Ambra Ambre Ambrine Ambroise Ambroisie Ambrose Ambrosio Ambroży Amdy
Amea Amedeo Amedeu Amela Amelia Amelie Ameline Amelya Amen Amenhotepa Amenophis Americo Ameth
Ameyatma Amicie Amiel Amina Aminat Aminata Aminu Amira Amita Amitabh Amiya Ammâr Amodini Amogh Amol
Amon Amos Amra Amrak Amre Amrit Amrita Amritambu Amruta Amul Amy-Lee Amy-Leigh Amya Amyntas Amza
Amália Amédée Amélia Améliane Amélie Amélien Américo Améthyste Amílcar Ana-Maria Anaadi Anabel
Anabela Anabella Anabelle Anacleto Anae Anael Anaelle Anagh Anahera Anahi Anahis Anahita Anahí
Anaida Anais Anala Anamaria Anamika Anand Ananda Anandamayi Anang Ananta Anargül Anaru Anas Anasooya
Anass Anastacia Anastacio Anastase Anastasia Anastasie Anastasija Anastasio Anastasios Anastasius
Anastasiya Anastassija Anastazja Anastazy Anastácio Anasuya Anatol Anatole Anatoli Anatolie Anatolii
Anatolij Anay Anaël Anaëlle Anaís Anaïs Anca Ancelin Anceline Ancizar Ancuța Andarıman Andaç
Anderson Andi Andiç Andjela Andjelina Andoche Andor Andrada Andrea Andreane Andreanne Andreas Andree
Andreea Andrei Andreia Andrej Andreja Andrew Andrey Andri Andrian Andriana Andriej Andries Andrin
Andrina Andrius Andronic Androulla Andrula Andrzej Andrzeja András André Andréa Andréas Andrée
Andréi Andrés Andrónico Andrônico Andy Andy'ego Andéol Andżelika Anei Anemona Anes Aneta Anett
Anette Angadrême Angela Angelica Angelika Angelina Angeline Angelino Angelique Angelita Angelo
Anggabaya Anggun Anghel Anghelina Angie Angilbe Angilberte Angilran Angoustan Angus Angèle Angélica
Angélina Angélique Ania Anibal Anica Anicet Anicette Anicée Aniela Anik Anika Anikó Anil Anila
Anilaabh Anilabh Anirudh Anis Anisa Anise Anish Anissa Anita Aniya Aniyah Anișoara Anja Anjali
Anjaneya Anjela Anjelica Anjushree Anjushri Ankal Anmol Ann-Britt Ann-Charlott Ann-Charlotte
Ann-Christin Ann-Christine Ann-Kathrin Ann-Kristin Ann-Louise Ann-Mari Ann-Marie Ann-Sofi Ann-Sofie
Anna-Karin Anna-Lena Anna-Lisa Anna-Luise Anna-Maria Anna-Marie Annabel Annabell Annabella Annabelle
Annah Annalena Annaliese Annalisa Annalise Annamae Annamaria Annamarie Annamária Annapurna
Annastacia Annaëlle Anne-Catherine Anne-Françoise Anne-Kathrin Anne-Katrin Anne-Laure Anne-Lise
Anne-Marie Anne-Rose Anne-Sophie Annedore Annegret Annegrete Annekatrin Anneke Anneleen Annelene
Anneli Annelie Annelies Anneliese Annelise Annelore Annemarie Annemette Annemie Annemijn Annerose
Annett Annetta Annette Annibal Annica Annick Annie Annika Anniken Annikki Annina Annita Annonciade
Anny Anom Anouar Anouck Anouk Ansbert Ansberte Ansel Anselm Anselma Anselme Anselmo Ansgar Ansgary
Ansh Anshula Ansley Anstrudie Anthelme Anthelmette Anthony Antide Antigone Antim Antiochos Antiochus
Antipapa Antje Antnio Anto Antoaneta Antoin Antoine Antoinette Anton Antone Antonela Antonella
Antonetta Antonette Antoni Antonia Antonie Antoniego Antonieta Antonietta Antonin Antonina Antonine
Antonino Antoninus Antonio Antonios Antoniu Antonius Antony Antonín Antoon Antwan Antwon Antíoco
António Anuar Anuja Anunay Anunciación Anupam Anuraag Anurag Anusha Anusuya Anuța Anvi Anwesha
Anyango Anyelo Anyi Ançuk Anémone Aníbal Anıl Aodhan Aoibheann Aoibhin Aoibhinn Aoife Apak Aparna
Apatarkan Apaydın Aphélie Apolinar Apollinaire Apollinary Apolline Apollonia Apolonia Apostolos
Appoline Aprançur Apsara Aquiles Aquilin Aquiline Arabella Arabelle Araboğa Araceli Aracely Arademir
Aradhana Arame Aran Aranka Arantxa Arbay Arben Arbey Arbnor Arbuz Arcadi Arcadie Arcadii Arcan
Arcelia Archambaud Archan Archange Archer Archibald Archie Ardella Arden Ardian Ardit Ardita Ardith
Arely Aretha Arezki Argemiro Argine Argono Argu Argun Argıl Arham Ariadna Arian Ariana Ariane
Arianna Arianne Aribert Aric Aricie Ariel Ariela Arielle Arif Arifcan Arij Arijit Ariki Arild Arin
Arina Arindam Arion Arisa Ariste Aristide Aristides Aristița Arjen Arjun Arkadiusz Arkady Arkut
Arkın Arkış Arlene Arlette Arley Arlie Arlind Arlinda Arlo Armahan Arman Armance Armand
Armand-Marie-Jacques Armande Armandine Armando Armani Armel Armeline Armelle Armend Armida Armide
Armin Armindo Armine Arnaldo Arnaud Arnaude Arnaç Arnd Arndt Arne Arnesh Arnfinn Arnfried Arnim Arno
Arnobe Arnold Arnoldo Arnould Arnulf Arnulfo Aroa Aroha Arolde Aron Arpat Arpağ Arquelau Arran Arron
Arsal Arsene Arsenie Arsenio Arseniusz Arsienij Arsim Arsinoé Arsipatra Arslan Arslanargun
Arslanbörü Arslansungur Arslantegin Arslanyabgu Arsène Arsènie Arsínoe Arsıl Artabanus Artanto
Artawan Artem Artemio Arthaud Arthur Arthurine Arthus Arthème Artiom Arto Artuk Artukaç Artur Arturo
Artus Artut Artémis Artıınal Aruk Arun Aruna Arunima Arunthavanathan Arved Arvel Arvid Arvilla Arwa
Arwen Aryan Aryanna Arystarch Arziye Aránzazu Arçuk Arıboğa Arıel Arık Arıkağan Arıkdoruk Arıkol
Arın Arınç Arıpınar Arısoy Arşun Asafa Asafe Asalet Asartegin Asbjørn Ascelin Asceline Ascensión
Asdrubal Asel Asep Asger Asher Ashlee Ashleigh Ashlene Ashlesh Ashley Ashling Ashly Ashlynn Ashmi
Ashok Ashot Ashton Ashtyn Asienspielen Asiman Asirwada Asirwanda Asiya Asja Aslanhan Aslesha Aslijan
Asliye Aslım Asma Asmaa Asmadi Asman Asmianto Asmir Asmita Asmuni Asrı Assa Assar Assetou Assia
Assil Assomption Assunta Assya Astarté Astou Astri Astrid Astride Astrit Astrée Astérie Asuela Asuka
Asuğ Aswani Asım Asığ Ataahua Atagün Atakan Atakağan Atalan Atalay Ataldı Atalmış Atanazy Atanur
Atasagun Atasu Atatöre Ataç Atberilgen Atfat Atgun Athalie Athanase Athanasie Athanasios Atharv
Atheel Athenaïs Athina Athman Athuman Athéna Athénaïs Atieno Atilhan Atilio Atilla Atiyye Atlıbeğ
Atlıkağan Atmaja Atmanand Atmananda Atnan Atreyee Atreyi Atsushi Atsız Atta Attaf Attila Attilio
Atunçu Atâullah Atıgay Atıkutlu Atıkutlutaş Atıla Atılgan Atımer Aubertine Aubin Aubree Aubrey Aubry
Audebert Audeline Audie Audouin Audra Audran Audreanne Audrey Audun Augusta Augustin Augustina
Augustine Augusto Aulia Aulo Auraq Aure Aurel Aurelia Aurelian Aureliana Aureliano Aurelie Aurelien
Aurelio Aureliu Aurelle Aurian Auriane Aurica Aurică Auron Aurore Aurèle Aurélie Aurélien Aurélienne
Austen Austine Austyn Auxane Auxence Avadhesh Avani Avantika Aveline Avelino Avery Aviel Avigaëlle
Avital Avluç Avni Avoye Avraham Avunç Avşar Avşin Awadil Awamil Awamiri Awan Awani Awesi Awhina
Awlya Awmar Awrad Axeline Axelle Axenia Axinte Ayaan Ayamin Ayan Ayana Ayanleh Ayas Ayasun Ayaydın
Ayaz Ayaçı Ayaş Aybalta Ayban Aybars Aybet Aybeğ Aybora Aycagül Aydar Aydarkağan Aydemir Ayden
Aydinç Aydoğan Aydoğdu Aydoğmuş Ayduru Aydınalp Aydınbey Ayebatari Ayelén Ayem Ayesha Aygutalp
Aygönenç Aygırak Ayhan Ayinde Aykal Aykan Aykağan Aykurt Aykut Aykutalp Ayla Aylan Ayleen Aylil
Aylin Ayline Aylla Ayluç Ayluçtarkan Ayma Ayman Aymane Aymard Aymardine Aymen Aymeric Aymon Aymonde
Aynilhayat Aynur Aynımah Ayoub Aypar Ayren Ayrton Ayruk Aysar Ayse Aysel Aysema Aysevim Aysoy Aysuna
Aysılığ Aytak Aytaç Aytek Aytekin Ayten Aytuna Aytuğ Aytöz Ayub Ayumi Ayush Ayushman Ayushmati Ayvas
Ayvaz Ayyaruk Ayyubi Ayyıldız Ayça Ayçan Ayülker Ayıtmış Ayız Ayızdağ Ayşan Ayşe Ayşeana Ayşegül
Ayşenur Ayşıl Azaan Azad Azade Azahar Azahara Azak Azalea Azalée Azban Azeeb Azeline Azeneth Azer
Azettin Azgan Azganaz Azis Azize Azizhan Azmi Azra Azubuike Azucena Azélie Azıl Açela Açelya Açuk
Açıkel Açılay Açığ Aída Aïcha Aïda Aïdan Aïna Aïsha Aïssa Aïssata Aïssatou Ağabay Ağakağan Ağakişi
Ağalak Ağbegim Ağlamış Ağmur Ağça Aşanboğa Aşantudun Aşantuğrul Aşhan Aşir Aştaloğul Aşuk Aşıkbulmuş
Baaba Baahir Baaizeed Baala Baalaaditya Baalagopaal Baaqee Baaqir Baaree Baashir Baasim Baasit
Babacan Babacar Babar Baber Babeth Babett Babette Babos Babur Babır Bachittar Badabul Badawi Badegül
Badis Badr Badruk Badur Bafode Bagas Baghyawati Bagiya Bagya Baha Bahaa Bahaddin Bahadurjit Bahadır
Bahati Bahittin Bahri Bahtinur Bahtiyar Bahula Bahuraksa Bahuwarna Bahuwirya Baidehi Baijayanti
Bailee Bailey Bailie Baill Bairbel Bairon Bajragin Bajram Bakari Bakary Bakağul Bakda Bakhshi Baki
Bakiadi Bakianto Bakidin Bakijan Bakiman Bakiono Baksa Baksı Baktiadi Baktianto Baktiono Bakula
Bakırsokum Bakşı Balaaditya Balaban Balachandra Baladitya Balagopal Balagovind Balaicz Balaka
Balakatay Balamani Balamantri Balamır Balangga Balapati Balatekin Balca Balczó Baldomero Baldu
Balduin Balduino Baldur Baldwin Baleegh Balendra Balgopal Balhaar Balidin Balijan Baljiwan Balkık
Ballı Balogh Baltacı Baltar Baltasar Baltazar Baltaş Balthasar Balthazar Baltur Baltır Balvan
Balveer Balz Balázs Balçar Balın Bambad Bambang Bamir Bamsı Banara Banawa Banawi Bandhu Bandhul
Bandi Bangu Banjeet Banji Bankim Bankimchandra Bankole Banna Banü Baptiste Baqar Baqir Barack Barak
Baraka Baraktöre Baran Barasa Barbeğ Barbol Barboğa Barbra Barbro Barbulsun Bardıbay Barend Bargan
Barisán Bariş Barkan Barkdoğdu Barkdoğmuş Barkdurdu Barkdurmuş Barkha Barkın Barlas Barlıbay
Barmaklak Barmaklı Barman Barnabe Barnabás Barnabé Barney Barr Barraq Barrett Barry Barsbeğ Barsboğa
Barsen Barsgan Barskan Barsurungu Bart Bartek Barthelemy Bartholome Bartholomäus Barthélemy Bartimée
Bartolomeo Bartolomeu Barton Bartosz Bartu Bartłomiej Barça Barçadoğdu Barçadoğmuş Barçadurdu
Barçadurmuş Barçan Barçatoyun Baróti Barımtay Barışcan Basaam Basademir Basanti Basanyalavaç Basarab
Basat Baseer Basem Bashaar Bashaarat Bashar Basharat Basheer Basheerah Bashkim Basia Basil Basile
Basileios Basilio Basilisse Basim Basir Basmıl Basri Basriye Bassam Bassár Basti Bastiaan Bastian
Bastien Bastián Bastuğrul Basu Basut Basílio Basım Batal Bathilde Batool Batrak Battal Batuhan Batuk
Batur Baturalp Baturay Batırhan Baudelio Baudouin Bautista Baya Bayankağan Bayançar Bayat Bayazıt
Baybars Baybayık Baybiçen Baybora Bayboğa Baybüre Baydar Baydemir Baydu Baydur Baykal Baykan Baykara
Baykoca Baykuzu Baylee Bayman Baymünke Bayna Baynal Baypüre Bayraç Bayron Bayruhan Bayruk Bayrı
Bayrın Baysungur Baytal Baytara Baytaş Bayu Bayunçur Bayur Bayurku Bayutmuş Bayuttu Bayzettin Bayık
Bayınçur Bazam Bazyli Bazır Baçara Baçman Baççayman Bağaalp Bağan Bağatarkan Bağatengrikağan Bağatur
Bağaturgerey Bağaturipi Bağatursepi Bağaturçigşi Bağaışbara Bağaşatulu Bağdagül Bağtaş Başak Başay
Başbuğ Başgan Başhan Başkurt Başkırt Başok Baştar Başçı Beanie Beata Beate Beatka Beato Beatrice
Beatrijs Beatrix Beatriz Beatrycze Beauden Beaulah Becky Bedi Bedir Bedirhan Bediriye Bediz Bedran
Bedreddin Bedri Begi Begil Begim Begine Begitutuk Beglen Begni Begoña Behiza Behiç Behlül Behram
Behrem Behzat Behçet Bekazıl Bekbay Bekbekeç Bekeç Bekeçarslan Bekeçarslantegin Bekeçtegin Bekim
Bekir Beklemiş Bekri Bektaş Bektaşi Bektür Belarmino Belemir Belen Belgi Belgizar Belgüc Belinda
Belisario Belkize Bellisan Belma Belmiro Beltir Beltun Belçim Belçir Benard Bendegúz Benedek
Benedict Benedicte Benedicto Benedikt Benedikte Benedita Benedito Benedykt Benek Benett Bengi
Bengibay Bengt Bengü Beniamin Benice Benicio Benigna Benigno Benita Benito Benja Benjamim Benjamín
Benjámin Benkő Benli Benlidemir Benn Bennet Bennett Bennie Benno Benny Benoit Benol Benone Benoît
Benson Benta Bente Bentein Benth Benthe Bentley Bento Benyamin Benício Beray Berceste Berdibeğ Beren
Berend Berendey Berengar Berengária Berenice Berezat Berginsenge Bergü Berinay Berit Beriye Berk
Berkal Berkan Berkay Berke Berki Berkin Berkiş Berksay Berkyaruk Bermek Bernabé Bernadett Bernadette
Bernadine Bernard Bernarda Bernardita Bernardo Bernd Bernd-Dieter Berndt Berneice Bernfried Bernhard
Bernhardine Bernice Bernie Berniece Bernita Bernt Bernward Berra Berran Berre Berrin Berry Bert
Berta Bertalan Bertha Berthe Berthold Bertil Bertille Berto Bertold Bertolt Bertolta Bertram
Bertrand Berva Beryl Berçin Besart Besarta Besentegin Besey Besim Besnik Besra Bessie Betania
Betemir Beth Bethan Bethanie Bethlen Betina Beto Betsy Betti Bettie Bettina Betty Bettye Beulah
Beuve Bevan Beverley Beya Beyda Beyhatun Beyizçi Beyrek Beyrem Beyzade Bezek Beáta Beçeapa Beçkem
Beğarslan Beğbars Beğbilgeçikşin Beğboğa Beğdemir Beğdilli Beğdurmuş Beğkulu Beğtaş Beğtegin
Beğtüzün Beğçur Beşir Bhaanumati Bhaasvan Bhaaswar Bhadra Bhadrak Bhadraksh Bhadran Bhagavaan
Bhagirathi Bhagvan Bhagwanti Bhagwati Bhamini Bhanumati Bharadwaj Bharat Bhardwaj Bhargava Bhargavi
Bhasvan Bhaswar Bhaumik Bhavani Bhaves Bhavika Bhavini Bhavna Bhavya Bheeshma Bhilangana Bhima
Bhisham Bhishma Bhoj Bhoopat Bhoopati Bhooshan Bhooshit Bhramar Bhudev Bhudeva Bhupati Bhupen
Bhushan Bhushit Bhuvanesh Bhuvaneshwar Bianca Bianka Bibek Bibiana Bibianna Bican Bidayet Bieke
Bigna Bijay Bikash Bilaal Bilal Bilay Bilel Bilender Bilgebayunçur Bilgebeğ Bilgekan Bilgekağan
Bilgekutluk Bilgekülüçur Bilgen Bilgetamgacı Bilgetardu Bilgetaçam Bilgetegin Bilgetonyukuk Bilgez
Bilgeçikşin Bilgeışbara Bilgeışbaratamgan Bilginur Bilgiç Bilgütay Bilha Bilig Biligköngülsengün
Bilik Biljana Bilkay Billa Billem Billie Billie-Jo Billy Biltaş Bilva Bilwa Bilâl Bimala Binay
Binbaşar Binbeği Bindir Bineta Bing Binta Bintou Binışık Birane Birben Birger Birgid Birgir Birgit
Birgitt Birgitta Birgitte Birgül Birjesh Birol Birousk Birsan Birsen Birtalan Birte Birthe Bishakha
Bishal Bishnu Bitül Bizhan Biçek Bişar Bjare Bjarke Bjarne Bjorn Bjørg Bjørnar Bladimir Blaine Blair
Blaise Blake Blanaid Blandine Blanduzia Blas Blaž Blerim Blerina Blerta Bluette Blythe Boaz Boba
Boban Bobbi Bobbie Bobby Bobsam Bodhan Bodi Bodil Bodo Bogdan Bogdana Bogdănel Bogislaw Boglárka
Bogumiła Bogusia Bogusław Bohdan Bohemund Bohumil Bohémond Bojan Bojana Boldaz Boldizsár Bolesława
Bolmuş Bolsun Bolun Boncuk Bonface Bongul Bongulboğa Boniface Bonnie Boone Bora Borahan Boran
Borataş Borbála Boris Borislav Borisz Borja Borlukçu Bornak Borris Borys Borçul Boróka Bosibori
Bosse Botond Bouba Boubacar Boubou Bouchard Bouchra Boudewijn Bowie Boyan Boyankulu Boyd Boylabağa
Boylabağatarkan Boylakutlutarkan Boynak Bozbağ Bozbörü Bozdoğan Bozena Bozerk Bozkurt Bozkuş Bozok
Bozsik Boztaş Boğatimur Boğaç Boğaçuk Boško Bożena Brad Braden Bradley Bradly Brady Braeden Brahim
Brahmaanand Brahmabrata Brahmanandam Brahmdev Brajan Brajendra Brajesh Bramwel Brandi Brando Brandon
Brandt Brandyn Branislav Branka Branko Brannon Branson Braulio Bravin Braxton Brayan Brayden Breana
Breandan Breanna Breanne Brecht Brenda Brendah Brendan Brenden Brendon Brenn Brenna Brennan Brennon
Breno Bret Bria Briac Brian Briana Brianna Brianne Brice Bridget Bridgette Bridgit Bridie Briek
Brielle Brieuc Brigid Brigitta Brigitte Brijesh Brinda Brionna Brita Britney Britt-Mari Britt-Marie
Britta Brittany Brittney Brock Broderick Brodie Brody Brogan Bronach Bronagh Bronisław Bronwyn
Brooke Brooks Bruce Brunehaut Brunehilde Brunhild Brunhilde Bruni Brunilda Bruno Bruxa Bryan Bryana
Bryant Bryce Brycen Brygida Bryon Bryony Brájen Brândușa Brígida Brăduț Buchi Budaházy Budak Budağ
Buddhana Budge Budhil Budhy Budi Budunlu Buenaventura Buford Buhari Bujar Bukak Bukaktutuk Bukola
Bukurije Bulah Bulak Bulaçapan Buldur Bulgak Bulmaz Buluk Bulunç Buluç Buluğ Buluş Bumın Bunsuz
Buraid Burak Burakhan Burckhard Burcu Burcuhan Burdette Burghard Burguçan Burhan Burim Burkard
Burkay Burkhard Burkhardt Burley Burnice Burslan Burt Burulday Burulgu Burunduk Burç Burçak Busta
Buster Butak Butuk Buyan Buyandemir Buyankara Buyançuk Buyat Buyraç Buyruk Buyrukhan Buyruç Buyut
Buzaç Buzaçtutuk Buçan Buçur Buğra Buğrakarakağan Buşra Buşulgan Byron Bálint Báthory Bâki Bärbel
Bård Béatrice Béla Bénigne Bénédicte Béranger Bérangère Bérard Bérengère Béryl Bérénice Bíborka
Bögde Böge Bögü Bökde Böke Bölükbaşı Bönek Bönge Börje Börteçin Börteçine Börü Börübars Börüsengün
Böske Bøje Børge Børre Büdüs Büdüstudun Bügdüz Bügdüzemen Büge Büget Bügü Bükdüz Büke Bükebuyraç
Bükebuyruç Bükey Büktegin Büküşboğa Bülent Bümen Bünyamin Bünyamün Bünül Büre Büreyre Bürgüt Bürkek
Bürküt Bürlük Büğübilge Büşranur Bănel Bărbosu Bıdın Bıtaybıkı Bıtrı Bıçkı Bıçkıcı Błażej Błażejek
CSIK Cabir Cacá Caden Caesar Caetana Cafer Cagak Cager Cahal Cahid Cahir Cahit Cahya Cahyadi
Cahyanto Cahyo Cahyono Cailin Cailum Caio Caitlin Caitlyn Caitriona Caius Cajsa Caket Cakrabirawa
Cakrabuana Cakrajiya Cakrawala Cakrawangsa Caleb Calebe Caleigh Calin Calina Calista Calisto Calixta
Calixte Calixto Callan Callie Callum Calogero Calum Calvin Calvina Calvince Camelia Cameron Camil
Camila Camilia Camilla Camille Camillien Camilo Campbell Camren Camron Camryn Camylle Camélia
Camélien Canalp Canan Canberk Candace Candela Candelaria Candelario Candelas Candeniz Candice
Candide Candido Candra Candrakanta Canel Caner Canfeza Cangül Cangür Cankan Cannur Cansel Canseven
Cansin Cansın Cantez Canur Caoilfhionn Caoimhe Caoimhin Caolain Caolan Caomhan Capucine Caragh
Caraka Caren Carey Caribert Carin Carina Carine Carissa Carl Carl-Erik Carl-Heinz Carl-Johan Carla
Carlee Carles Carley Carli Carlie Carlijn Carlinhos Carlito Carlo Carloman Carlomano Carlos Carlota
Carlotta Carlton Carly Carmel Carmela Carmelita Carmella Carmelo Carmen Carmenza Carmina Carmine
Carminho Carol Carola Carolanne Carole Carolien Carolin Caroline Carolus Carolyn Carolyne Carr
Carren Carrie Carroll Carson Carsten Carter Carub Cary Casandra Casemiro Casey Casian Casiana
Casimer Casimir Caspar Casper Cassandra Cassandre Cassidy Cassie Cassien Cassiopee Cassius Castille
Cataleya Catalin Catalina Caterina Cathal Catharina Catharine Catherine Cathleen Cathrin Cathrine
Cathryn Cathy Catia Catinca Cato Catrin Catrina Catrine Catrinel Catriona Caturangga Cauã Cauê Cavid
Cavit Cawisadi Cawisono Cawuk Cayadi Cayetana Cayetano Cayla Cazimir Ceara Ceasar Cebe Cebesoy
Cebrián Cecelia Cecep Cecil Cecile Cecilia Cecilie Cecilio Cecylia Cecyliusz Cecília Cedide Cedric
Cedrick Cedrik Cedrin Ceferino Celal Celasun Celestin Celestina Celestine Celestino Celia Celian
Celil Celilay Celina Celinda Celine Celso Celâleddin Cemal Cemalettin Cemali Cemani Cemeti Cemil
Cemiyle Cemo Cemplunk Cenan Cengkal Cengkir Cenk Centa Centrine Cerasela Cercis Ceren Cerise Cesare
Cesc Cetin Cevahir Cevale Cevat Ceyda Ceyhun Ceyla Ceylan Ceylin Ceylinaz Cezar Cezara Cezary Cezmi
Chaanakya Chaaruchandra Chaaya Chabane Chad Chadd Chadrick Chahine Chahinez Chaim Chaitaly Chaitan
Chaitanya Chajim Chakor Chakradev Chakradhar Chakravartee Chakravarti Chakrika Chamali Chaman
Chameli Champak Chanakya Chanchal Chanda Chandak Chandan Chandani Chandi Chandini Chandira Chandler
Chandni Chandra Chandraayan Chandrabhaga Chandrabhan Chandradev Chandrakala Chandraketu Chandrakin
Chandramani Chandramauli Chandramohan Chandran Chandranath Chandrani Chandraprabha Chandraswaroopa
Chandravati Chandresh Chanelle Chanez Chang Changaz Channing Chantal Chantel Chantelle Chapal
Chapala Charak Charan Charis Charita Charlaine Charleen Charlemagne Charlene Charles
Charles-Emmanuel Charles-Jean Charles-Philippe Charlesa Charlesem Charlesh Charley Charli Charlie
Charline Charlize Charlott Charlotta Charlotte CharlotteEdwa Charlton Charly Charlène Charo
Charuchandra Charumati Charuvrat Charvi Chashida Chasity Chasmum Chaten Chatresh Chatur Chatura
Chaturaanan Chaturbhuj Chauncey Chavvi Chawish Chaya Chayenne Chayma Chaz Chaï Chaïma Chebet Chege
Cheick Cheick-Oumar Cheikh Cheikhou Chekhouna Chelangat Chelo Chelsey Chelsie Chema Chen Cheng
Chepkemoi Chepkoech Chepkorir Cheragh Cherechi Cherie Cherif Cherith Cherotich Cheruiyot Cheryl
Chesley Chester Chet Chetan Chetanaanand Cheyanne Chiamaka Chiara Chidaakaash Chidaatma Chidambar
Chidambaram Chidananda Childebert Chilpéric Chimamanda Chinedu Chinmayanand Chinmayananda Chinyere
Chira Chiranjeev Chiranjeeve Chiraz Chiril Chirill Chirine Chisom Chita Chitraksh Chitrali
Chitramala Chitrangada Chivu Chiyo Chizoba Chloe Chloé Chloë Choi Chow Chris Christa Christa-Maria
Christabel Christel Christelle Christer Christiaan Christian Christiana Christiane Christianne
Christiano Christie Christin Christina Christine Christl Christodule Christof Christofer Christoffer
Christop Christoph Christophe Christopher Christos Christy Chrysole Chrysostome Chuang Chucho Chuck
Chukwu Chus Chuy Chyna Cianan Ciaobella Ciara Ciaran Ciarrai Cicero Cici Cihad Cihan Cihandide
Cihangir Cihanşah Cili Cilli Cillian Cilly Cilvenaz Cindoruk Cindy Cinthia Cinthya Cintia Cinzia
Ciprian Cipriana Cipriano Ciriaco Cirilo Cirino Cirkeline Ciro Ciríaco Citlali Citlalli Civan Claas
Claes Claire-Lise Clarabelle Clarence Clarice Clarisa Clarissa Clarisse Clark Clas Claud Claude
Claudette Claudia Claudie Claudien Claudina Claudine Claudio Claudiu Claudius Claudy Claus
Claus-Dieter Claus-Peter Clavdia Clavs Clayton Clea Clelia Clelie Clem Clemence Clemencia Clemens
Clement Clemente Clementina Clementine Clemmie Cleo Cleophas Cleophee Cleora Cleta Cleto Cletus
Cleve Cleópatra Clifford Clint Clinton Clio Cliodhna Cliona Clive Clodagh Clodomiro Cloe Clorinda
Clotaire Clothilde Clotilde Clovis Cloyd Cloé Clyde Cláudia Cláudio Cläre Cléa Cléandre Clélie
Clément Clémentine Cléo Cléophée Cléry Clímaco Cneo Cneu Cobie Codie Codin Codrin Codrina Codruț
Codruța Cody Coen Cohen Colby Cole Coleman Colette Colin Coline Colins Colleen Collette Collien
Collin Collince Collins Colm Colomba Colten Colton Colum Comensal Conal Conall Conan Concepcion
Concetta Conchi Conchita Conchur Condoleezza Conn Conner Connie Connor Conny Conor Conrad Conrado
Consolata Constanta Constantia Constantijn Constantin Constantina Constantine Constantino
Constantius Constanza Constanze Constança Constatin Consuela Conway Cooper Cora Coralia Coralie
Coraline Corbin Cordelia Cordell Cordia Cordie Cordula Corene Corentin Corentine Corey Corina Corine
Corinna Corinne Cormac Cornel Cornelia Cornelio Cornelis Corneliu Cornelius Corrie Corrine Corsin
Cortez Cortney Corvin Cory Cosima Cosimo Cosmas Cosme Cosmin Cosmina Costache Costel Costin Coty
Coumba Courteney Courtney Coşkuner Craig Crawford Crenguța Creola Crescencia Crin Crina Criss
Cristea Cristhian Cristhofer Cristi Cristian Cristin Cristina Cristián Cristofer Cristofor
Cristopher Crystel Csaba Csang Csanád Csenge Csilla Csongor Csou Csányi Cuheyna Cullen Cuman Cumhur
Curdin Curro Curt Curtis Custodia Custodio Cuviosului Cydney Cynan Cynthia Cyprian Cyprien Cyra
Cyrian Cyriaque Cyriel Cyrielle Cyril Cyrill Cyrille Cyrine Cyrus Cyryl Czarek Czeslaw Czesław
Czesława Cándida Cándido Cássia Cássio Cátia Cândar Cäcilia Cäcilie Cécile Cédric Célestin Célestine
Célia Célian Célien Célina Céline Césaire César Côme Cübeyr Cüneyit Cüneyt Călin Cătălin Cătălina
Cılasun D'angelo Daamin Daan Daanish Daantje Daanyaal Daawood Dabbah Dabir Dacian Daciana Dacin
Dadap Dadi Daevi Daevika Dafina Dafne Dag-Eilev Dagel Dagfinn Daghfal Dagmar Dagmara Dagny Dagobert
Dagoberto Dahiana Dahlia Daiana Daija Daiki Dairine Dairo Daisha Daisuke Daisy Daiwik Daiyaan Dajana
Dakhil Daksh Daksha Dakshayani Dakshesh Dalaja Dalan Dalbir Daley Dalia Dalibor Dalila Dalima
Daliman Dalimin Daliono Dalkılıç Dallin Dalmas Dalton Damaris Damat Damayanti Dameer Dameon Damian
Damien Damilare Damilola Damin Damini Damion Damir Damián Damjan Damlanur Damodara Damon Damu
Damurah Damyanti Danae Danah Danang Dancan Dancun Dandak Dandapaani Dandre Dangelo Dani Danial
Danica Daniel Daniela Daniele Daniella Danielle Daniil Danijel Danijela Danika Danilo Danique
Daniswara Danitza Danièle Daniël Danjuma Danna Dannie Danny Danson Dante Danu Danuja Danuta Dany
Danyka Danyl Danış Daouda Daphne Daphnee Daphney Daphné Dara Darain Darby Darcy Dardan Darek Daren
Darian Dariana Dariati Darien Darijan Darijo Darika Darimin Darine Dario Darion Daris Darius Dariusz
Darko Darla Darleen Darlene Darmaji Darman Darmana Darmanto Darmawan Darnell Daron Darpan Darragh
Darrel Darrell Darren Darrick Darrin Darrion Darron Darryl Darryn Darsh Darshan Darshwana Darsirah
Darth Dartono Daruna Darwin Dary Daryani Daryl Darío Dasa Dashawn Dasia Dastageer Daud Daudi Dave
Davey Davi David Davida Davide Davidem Davin Davina Davion Davis Davonte Davy Dawid Dawson Dawud
Dayaamay Dayaananda Dayaanidhi Dayamai Dayamayee Dayan Dayana Dayane Dayar Dayita Dayna Dayne
Dayyaan Dağhan Dağistan Deaglan Deane Deangelo Deanna Dearbhail Dearbhaile Dearbhla Debbie Debby
Debora Deborah Debra Decebal Declan Dedric Dedrick DeeDee Deeksha Deen Deenabandhu Deepa Deepali
Deepan Deepankar Deependra Deepesh Deepika Deeptanshu Deeptendu Deeptiman Deeptimay Deeptimayee
Deeptimoy Deeptimoyee Deevakar Deha Deiby Deicy Deion Deirbhile Deisy Dejah Dejon Dejuan Delaney
Delbert Delfina Delfín Delia Delmer Delores Delpha Delphia Delphin Delphine Demarco Demarcus Demario
Demba Demet Demetra Demetrio Demetrios Demetris Demetrius Demetriusz Demi-Lee Demi-Leigh Demian
Demiralp Demirbüken Demirhan Demiriz Demirok Demiryürek Demjén Demond Demostene Demétrio Dena
Deneval Denis Denisa Denise Denisse Denisz Denizalp Denkel Dennis Denny Denzel Deon Deondre Deontae
Deonte Dereck Derek Derguini Derick Derk Derkay Derly Dermot Deron Derrick Derviş Dervla Deryanur
Deshaun Deshawn Desiree Desirée Desmond Despina Dessie Destan Destany Destinee Destiney Destini
Detlef Detlev Devadatt Devagya Devajyoti Devak Devan Devangana Devani Devansh Devante Devasree
Devdan Deven Devesh Deveshwar Devika Devonte Devran Devvrat Devyn Dewayne Dewey Dewi Dewitt Dexx
Deyanira Dezső Değmeer Dhaanyalakshmi Dhana Dhanadeepa Dhanalakshmi Dhananjay Dhanapati Dhanesh
Dhanpati Dhanu Dhanvin Dhara Dharani Dharitri Dharmaketu Dhatri Dhriti Dhruv Dhyanesh Dhyaneshwar
Diah Dian Diana Dianah Diane Dianna Dianne Diar Diara Diarmuid Diarra Dickson Diclehan Dida Didem
Didier Didina Didrik Diederik Diedrich Diego Dieke Dierk Dieter Diethard Diethelm Diether Dietlind
Dietlinde Dietmar Dietrich Dieudonné Dieudonnée Dieynaba Digambar Digambara Digdaya Dijana Dikmen
Diksha Dilan Dilara Dilaver Dilay Dilberay Dilcan Dilder Dildâr Dilek Dilfeza Dilhan Dilhuş Dillan
Dillon Dilma Dilruba Dilsitan Dilşat Dimas Dimaz Dimebag Dimitri Dimitrie Dimitrii Dimitrina
Dimitrios Dimitris Dinah Dinakar Dinara Dincer Dinda Dinesh Dinis Dinkar Dinko Dino Dinu Dinç Dinçer
Dinçkol Dinçsü Diodora Diogo Dion Dionisia Dionisio Dionizy Dionne Dionysios Dior Dipa Dipali
Dipankar Dipendra Dipesh Dipta Diptendu Dirican Dirja Dirk Dirlik Dismas Ditmar Ditte Ditte-Marie
Dittmar Ditya Divaakar Divakar Divjot Divya Diya Dizik Dizzy Diána Djamel Djayden Djeneba Djenna
Djibril Dmitar Dmitri Dmitrii Dmitrij Dmitry Dobos Dochia Dogan Doinita Dolf Dolly Dolph Dolphine
Dolun Domenic Domenica Domenick Domenico Domenik Domhnall Domi Dominga Dominic Dominick Dominik
Dominika Dominikus Dominique Domitila Domitille Domnica Donal Donald Donata Donatella Donato Donavon
Dong-gun Donnell Donnie Donny Donovan Donát Dora Doralisa Dorcas Dorcus Doreen Dorel Dorian Doriana
Doriane Dorien Dorin Dorina Dorine Dorinel Doris Dorita Dorián Dorka Dorle Dorli Dorota Dorothe
Dorothea Dorothee Dorothy Dorothée Dorottya Dorris Dorte Dortha Dorthe Dorthy Doru Dorukhan Doráti
Doug Douglas Dougray Dounia Douwe Dovie Doyle Doğanalp Doğanay Doğaner Doğannur Doğanşah Doğuhan
Dragan Dragana Dragica Drago Dragomir Dragos Dragoș Drajat Drake Draupadi Drax Dries Drilon Driss
Drita Driton Dron Drona Duane Duarte Dubán Ducelui Duchess Duco Ducu Dudi Dudley Dudu Duha Duilio
Dulari Dumitra Dumitrana Dumitrita Dumitru Duncan Dunja Durab Duracan Durdali Durga Durgadin
Durgeshwari Durmuşali Dursadiye Dursun Duruk Dururbunsuz Duruöz Durward Dusan Dustin Duuk Duván
Duyguhan Dušan Dwaipayan Dwaipayana Dwayne Dwight Dwyane Dyah Dylan Dylano Dyna Dzsudzsák Dámaso
Dániel Dávid Dâver Débora Déborah Dénes Désirée Dóra Dölensoy Dörte Dörthe Dündar Dündaralp Dürdane
Dürriye Dürrüşehvar Dănuț Eadaoin Eamon Eamonn Earl Earlene Earline Earnestine Easton Ebba Ebenezer
Eberhard Eberhardt Ebiere Ebin Ebiowei Ebkızı Ebony Ebren Ebru Ebuakil Ebuzer Ebû'l Ecaterina Ecegül
Ecehan Ecem Ecemiş Ecevit Eckard Eckart Eckehard Eckhard Eckhardt Eckhart Ecmel Ecrin Ecvet Edaviye
Edda Eddah Eddi Eddie Eddy Edel Edelbert Edelgard Edelmira Edelmiro Edeltraud Edeltraut Edeltrud
Edgar Edgard Edgardo Edgübay Edhem Edhitha Edie Edier Edilberto Edilma Edilson Edina Edinah Edinson
Edison Edisson Edita Edith Editha Ediz Edmond Edmund Edmundo Edmée Edna Edoardo Edoeard Edogawa Edon
Edona Edouard Edson Eduar Eduard Eduarda Eduardo Edvard Edvin Edwar Edward Edwarda Edwardo Edwige
Edwin Edwina Edyta Edyth Edythe Edytka Edyty Eefje Eekalabya Eesaa Eesha Effie Efil Efim Efimia
Efken Eflah Eflâtun Efraim Efrain Efraín Efrem Efren Efrosinia Efrén Efser Efsun Eftalya Eftimia
Eftimie Egbert Egenur Egervári Eggert Egil Eglantine Egoi Egon Egor Egzon Egzona Ehan Ehrenfried
Ehrentraud Ehrhard Ehsaas Ehsan Ehud Eider Eigil Eijaz Eiji Eileen Eilif Eilis Eilish Eimear Eimer
Eimhear Einar Eino Eiravati Eirik Eitel Eithan Eivind Eivor Eiza Ejaz Ejlaal Ekaaksh Ekadant Ekaja
Ekaksh Ekalavya Ekaling Ekalinga Ekani Ekansh Ekanta Ekantika Ekapad Ekaparnika Ekaraj Ekaterina
Ekavir Ekbal Ekber Ekdant Ekeç Ekin Ekiya Ekkehard Ekkehart Ekmel Ekow Ekrem Ekta El-Amin Eladio
Elaf Elaina Elaine Elakshi Elamiye Elanur Elbert Elcira Elcy Eldon Eldora Eldred Eldridge Elea
Eleanor Eleanora Eleanore Eleazar Electa Elemér Elena Eleni Elenor Elenora Elenore Elenuța Eleodoro
Eleonor Eleonora Eleonore Eleuterio Elfi Elfie Elfrieda Elfriede Elgin Elhan Elia Eliabeth Eliah
Eliahou Elian Eliana Eliane Eliano Elias Eliasz Elie Eliecer Eliel Elien Eliette Eliezer Elif
Elifnur Eligia Eligio Elija Elijah Elina Elinor Elinore Elio Elion Eliona Elior Eliot Eliott Elis
Elisa Elisabet Elisabeta Elisabete Elisabeth Elisabetha Elisabetta Elisaveta Elise Eliseo Elisha
Elissa Elisângela Eliud Eliza Elizabet Elizabeth Elizaveta Elize Elkana Elkin Ellen-Margrethe Ellie
Ellinor Elliot Elliott Ellis Elly Elmar Elmer Elmira Elmo Elmore Elna Elnora Elnur Eloah Eloan
Eloane Elodia Elodie Elody Elof Eloi Eloisa Eloise Elon Elona Elone Elora Elosy Elouan Elouise Eloy
Eloá Eloísa Eloïse Elphas Elpidio Elroy Elsa Elsbeth Elsebeth Elsie Elsy Elta Elti Elton Eluh Elvan
Elver Elvera Elvia Elvie Elvin Elvina Elvira Elvire Elvis Elvy Elwin Elwira Elwyn Elya Elyas Elyes
Elyne Elynn Elyse Elyssa Elyès Elza Elzbieta Elçin Elène Eléa Eléanore Eléna Eléonore Elías Elísio
Elöve Elżbieta Emal Eman Emanoil Emanuel Emanuela Emanuele Emanuella Emanuelly Emanuil Embuh Emced
Emeka Emelia Emelie Emelina Emeline Emely Emelyne Emer Emerson Emery Emese Emie Emiel Emigdio Emil
Emilce Emile Emili Emilia Emilian Emiliana Emiliano Emilie Emilien Emilienne Emilija Emilio Emilly
Emilse Emily Emina Emine Emirhan Emiro Emirşan Emiş Emma Emma-Louise Emmaculate Emmah Emmalee
Emmanuel Emmanuelle Emmelie Emmely Emmerich Emmet Emmett Emmi Emmie Emmitt Emmylou Emna Emong Emory
Empluk Empress Emrah Emran Emre Emrullah Emília Enakshi Enar Encarnacion Encarnita Endah Endang
Enderun Endra Endrit Enea Enes Engelbert Enginiz Engla Enguerrand Enid Enie Enikő Enio Enis Enise
Enith Enna Ennio Enno Enoch Enock Enola Enora Enos Enrico Enrique Enriqueta Ensar Ensari Enver Enya
Enyo Enzo Eoghan Eoin Ephantus Ephraim Ephraïm Epifanio Eral Eralp Erasmo Erast Erastus Eray Eraycan
Erbay Erberk Ercan Ercihan Ercüment Erda Erdal Erdemer Erdeni Erdenikatun Erdeniözük Erdibay Erdinç
Erdmute Erdogan Erdursun Erel Erem Eremia Erenalp Erensoy Erentüz Ergene Ergenekatun Ergener Erginel
Ergönül Ergül Ergün Ergüner Erhan Erhard Erhardt Eriberto Eric Erica Erich Erick Ericka Erico Erik
Erika Erina Erine Erinç Erinçer Erion Eriş Erkan Erke Erkinel Erksoy Erkâm Erkân Erkılıç Erland
Erlend Erling Erma Erman Ermen Ermengarde Ermutlu Ernest Ernesta Ernestina Ernestine Ernesto Ernests
Ernie Ernst-August Ernst-Dieter Ernst-Otto Ernő Erol Eron Eros Eroğul Ersel Erseç Ersin Ertan Erten
Ertenözük Ertuncay Ertuğrul Ertün Ervaniye Ervin Erwan Erwann Erwin Eryk Eryn Eryıldız Erzsébet
Erçin Eröz Erşan Erşat Esben Esen Esenbay Esenbike Esengün Esentürk Esfandyar Esha Eshan Eshana
Eshita Esila Eskil Eskinalp Esma Esmanperi Esmarelda Esmee Esmeray Esmée Esna Esneider Espartaco
Espen Espiridión Esra Esseltyn Essie Esteban Estefania Estefany Estefanía Estel Estell Estella
Estelle Estevan Esther Estiawan Estiono Estiven Estêvão Eszter Etelka Etelvina Etha Ethan Ethann
Ethel Ethelbaldo Ethelyn Ethem Etienne Etil Etizaaz Ettie Ettore Euan Eubert Eudes Eudochia Eudokia
Eudoksja Eudora Eudoxe Eudoxie Eufemia Eufrosina Eugen Eugene Eugenia Eugenie Eugenio Eugeniu
Eugeniusz Eugine Eugène Eugénie Eugénio Eugênio Eula Eulah Eulalie Eulogio Euna Eunan Eunice
Euphrasie Eurydice Eusebia Eusebio Eusebiu Eustache Eustachy Eustaquio Eustațiu Eustracjusz Eustácio
Eusèbe Eusébie Eutimio Eutropio Euzebiusza Eva-Lena Eva-Maria Eva-Marie Evald Evaline Evalyn Evalyne
Evamaria Evan Evance Evander Evangelia Evangelina Evangeline Evangelisten Evangelos Evanghelina
Evann Evans Evaristo Evcimen Evdochia Evelia Evelien Evelin Evelina Eveline Evelio Evelyn Evelyne
Everardo Everett Everette Everline Everlyne Evert Evgeny Evgheni Evghenia Evghenii Evie Evonne Evran
Evrimer Evşen Ewald Ewan Ewelina Ewell Ewen Ewenn Excelența Exequiel Eyal Eydan Eyiz Eymen Eyram
Eytan Eythan Eyyüp Eyüp Eyşan Ezekiel Ezequiel Ezgin Ezgütekin Ezio Ezra Ezrak Eğrim Eşim Eşref
Eşşeyh FAZEKAS FERREIRA Faas Faber Fabi Fabia Fabian Fabiana Fabiano Fabien Fabienne Fabio Fabiola
Fabián Fabiënne Fabrice Fabricio Fabrizio Fabrícia Fabrício Facundo Fadi Fadil Fadile Fadime Fady
Fadıl Fadıla Fahmi Fahrettin Fahriye Fahrullah Fahrünissa Faik Fainche Faizah Faizan Fajar Falba
Falguni Falk Falko Fami Famke Fanfan Fanni Fannie Fanny Fanta Fantin Fantine Faqid Faragó Farah
Faraj Faras Fardau Farhan Farhunnisa Farid Farida Fariq Faris Faron Farouk Farrukh Faruk Farès Fath
Fathonah Fatigül Fatiha Fatim Fatima Fatimata Fatime Fatin Fatinur Fatma Fatmanur Fatmir Fatmire
Faton Fatou Fatouma Fatoumata Fatoş Fatteh Fatuma Faustine Faustino Fausto Fauzan Favian Faya Faye
Fayen Fayenne Fayize Faysal Fazli Fazlı Fazul Fazullah Fazıl Feargal Fearghal Febe Febi Febriana
Febrina Fecioara Fedai Fedde Feden Federica Federico Fedor Fedora Fehim Fehime Fehmi Fehmiye Feisal
Felice Felicia Feliciano Felicie Felicien Felicita Felicitas Feliks Felina Feline Felipa Felipe
Felisa Felista Felister Felistus Felix Felizitas Fella Felton Felícia Femke Femm Fenja Fenna Fenne
Fenni Feodor Feodora Feodosia Ferah Ferahdiba Feramuz Feramuş Ferat Feray Feraye Ferda Ferdinand
Ferdinanda Ferdynand Ferdynanda Feremez Ferenc Ferencz Fergal Fergus Ferhan Ferhat Feri Feride
Feridun Feriel Feriha Ferihan Ferinaz Ferit Fermin Fermuta Fermín Fernand Fernanda Fernande Fernando
Ferney Ferre Ferruh Fersan Feryas Feryel Ferzi Festus Fetullah Fevronia Fevzi Feyha Feyruz Feyyaz
Feyza Feyzin Feyzullah Feza Fidan Fidaye Fidela Fidelis Fidvi Fieke Fien Fiene Fiep Fiete Figen
Fiifi Fikret Fikriye Fildan Filemon Filiberto Filip Filipa Filipe Filipp Filippa Filippo Filips
Filit Filiz Filofteia Filomena Filou Fily Finbar Finia Finja Finlay Finley Finnja Finnley Fintan
Fiodor Fiona Fionn Fionntan Fionnuala Fiorella Firdevis Firdevs Firman Firmin Fisnik Fitan Fitim
Fitnat Fito Fitore Fitri Fitria Fitriani Fiyaz Fjodor Flamur Flavia Flavie Flavien Flavio Flaviu
Flavius Flemming Fleta Fletcher Flodoard Floortje Florea Florencia Florencio Florencja Florent
Florentin Florentina Florentine Florența Florestan Florian FlorianP Floriane Florica Floridor Florie
Florim Florin Florina Florinda Florine Floris Florêncio Flossie Floy Flurin Flurina Flynn Flávio
Flóra Flórián Fode Fodil Folke Folker Folkert Fons Fortunata Fortunato Fortuné Fortunée Foss
Foucauld Foulques Fouzia Frado Fran Francena Frances Francesca Francesco Francette Franchesca
Francine Francis Francisc Francisca Francisco Franciscus Francisque Franciszek Franciszka Franck
Francois Francoise Francy Franjo Frank-Michael Frank-Peter Franka Frankie Frankline Franky Frans
František Franz Franz-Josef Franz-Peter Franz-Xaver Franza Franziska François François-Joseph
François-Xavier Françoise Fraser Frasse Frauke Frazer Freda Freddie Freddy Frede Frederic Frederica
Frederick Frederico Frederik Frederike Frederikke Frederique Fredi Fredo Fredric Fredrick Fredrik
Fredrika Fredy Freeda Freek Freeman Freia Freida Freja Frenkie Fresia Frew Freya Frida Fridah
Fridolin Frieda Friedbert Friedemann Frieder Friedericke Friederike Friedhelm Friedhilde Friedhold
Friedl Friedlinde Friedo Friedrich Friedrich-Karl Friedrich-Wilhelm Frithjof Frits Fritz Friz Frode
Froilán Frusina Fruzsina Fryderyk Fryderyka Fryderykiem Frédéric Frédérique Frøken Fuat Fucsovics
Fujiwara Fulbert Fulcran Fuldem Fulden Fulgence Fulgencio Fulgêncio Fulya Funmilade Funmilayo Furkan
Furkân Furman Fuzuli Fynn Fábio Fâlih Félicie Féline Félix Fügen Füreyya Fürst Füruzan Füsun Gabby
Gabe Gabel Gabi Gabin Gabino Gabor Gabriel Gabriela Gabriele Gabrielei Gabriella Gabrielle Gabrielly
Gabriël Gaby Gadang Gading Gaduh Gael Gaetan Gaetano Gaffar Gagan Gail Gaiman Gaius Gaja Gajaadhar
Gajabahu Gajadhar Gajbaahu Galang Galar Galfryd Galih Galileo Galina Galiono Galuh Galur Galvarino
Gaman Gamani Gamanto Gambira Gamblang Gamze Ganak Ganaka Ganapati Gandewa Gandharv Gandharva Gandi
Ganep Ganesh Ganesha Ganga Gangesh Gangsa Gangsar Gani Ganimete Ganiye Ganjaran Gantar Garabet Garan
Garance Garang Garcia Gardner Gareth Garett Garfield Garima Garland Garnet Garnett Garnier Garret
Garrett Garrick Garrison Garry Garth Garud Gary Gasan Gaspar Gaspard Gasti Gaston Gastone Gastón
Gathoni Gati Gatien Gatik Gatot Gatra Gaud Gaudi-Nagy Gauraang Gaurang Gauranga Gaurangi Gaurav
Gauri Gaurika Gautam Gautama Gautami Gauthier Gautier Gavin Gavril Gawati Gayathri Gayatri Gaye
Gayle Gaylene Gazanfer Gazi Gazmend Gaétan Gaël Gaëlem Gaëlle Gaëtan Gaïa Gbeminiyi Gbemisola
GeForce Geanina Gebhard Geddy Gedeon Gedion Geert Geeta Geetanjali Geetika Geezer Geir Geirmund
Gelengül Gelila Gelincik Gellért Gelson Gelu Gemine Gemma Genaro Gencaslan Gencer Gendün Genevieve
Geneviève Gennadij Gennady Gennagyij Gennaro Genoveva Genowefa Genta Gençay Gențiana Geoff Geoffrey
Geoffroy Geofrey Georg George Georgel Georges Georgeta Georgette Georgi Georgianna Georgie Georgina
Georgine Georginio Georgios Geovanni Geovanny Geovany Gerald Geraldine Geraldo Gerard Gerarda
Gerardo Gerardus Geray Gerazym Gerberga Gerberge Gerbert Gerd Gerda Gerdi Gereon Gerfried Gergely
Gergye Gergényi Gergő Gerhard Gerhardt Gerhart Gerhild Gerlind Gerlinde Germain Germaine Germán
Gernot Gero Gerold Gerolf Geronimo Gerrie Gerrit Gerry Gerson Gert Gerta Gerti Gertraud Gertraude
Gertraut Gertrud Gertruda Gertrude Gertrudis Gervais Gerwin Gerónimo Gesa Gesare Gesche Gesine Geta
Getrude Geum Gevheri Geza Ghaalib Ghaazi Ghaffaar Ghafoor Ghaith Ghalib Ghaliyati Ghanaanand
Ghanashyam Ghanee Ghanem Ghani Ghannam Ghanshyam Ghasaan Ghauth Ghawth Ghayoor Ghazalan Ghazanfar
Ghazanfer Ghazawan Ghazi Ghazzal Ghenadi Ghenadie Ghennadi Gheorghe Gheorghi Gheorghii Gheorghina
Gheorghiță Gherghina Gherman Ghilas Ghislain Ghislaine Ghiyaath Ghiyath Ghiță Ghostface Ghufran
Ghulaam Ghulam Ghunayn Ghusharib Ghusun Ghutayf Giacomo Giada Gian Gian-Luca Giancarlo Gianfranco
Gianina Gianluca Gianluigi Gianmaria Gianna Gianni Gibran Gibson Gicu Gică Gideon Giel Giesela Gifty
Gijs Gilang Gilbert Gilberte Gilberto Gilda Gildardo Giles Gilles Gillian Gillis Gilma Gilman Gina
Ginette Ginewra Ginger Gino Ginyas Ginés Gioele Gioia Gion Giorgi Giorgia Giorgian Giorgiana Giorgio
Giovanna Giovanni Giovanny Girart Giray Giri Girija Girik Girika Girindra Giriraaj Giriraj Girish
Girja Girolamo Gisa Gisbert Gisela Gisele Giselle Gislebert Gislinde Gisselle Gisèle Gita Gitanjali
Gitau Githinji Gitonga Gitta Giuliana Giuliano Giulio Giuseppa Giuseppe Giuseppina Gizella Gladis
Gladyce Gladys Glauco Gleb Glen Glenda Glenn Glenna Glennie Glenys Glynor Gnaius Gneo Gobinda
Godefroy Godelieva Godelieve Godfrey Godfried Godofredo Godwin Gohar Golda Gonca Goncafer Gonda
Gondebaud Gong Gonsalwy Gonthier Gontran Gonzague Gonzalo Gopaal Gopal Gopee Gopi Gorakhanatha
Gorakhnath Goran Gordana Gordie Gordon Gorka Gorm Gosia Goswamee Goswami Gottfrid Gottfried Gotthard
Gotthilf Gotthold Gottlieb Gottlob Gotum Goundo Gouranga Goutam Govinda Gower Goyo Graciana Graciano
Gracie Graciela Gracja Grady Graeme Graham Grainne Grayce Grayson Graziano Graziella Grazyna Grażyna
Grațian Grațiana Grațiela Greg Greger Gregg Gregoire Gregor Gregoria Gregorian Gregorio Gregory
Greta Gretchen Grete Gretel Gretha Grethe Gretl Greyson Gricelda Griet Griffin Grigor Grigore
Grigori Grigorij Griselda Grit Grover Grzegorz Grzegorza Grzegorzem Grzesiek Grześ Grégoire Grégory
Gréta Gualtério Gucci Gudakesa Gudakesha Gudrun Gudula Guenièvre Guenter Guenther Guga Guggenheim
Guido Guigues Guilhem Guilhemine Guilherme Guillaume Guille Guillemette Guillermina Guillermo
Guiomar Guiseppe Gulab Gulfaam Gulfam Gulshan Gulzar Gumercindo Gun-Britt Gunar Gunawan Gunbir
Gunborg Gunda Gundel Gundhild Gundi Gundolf Gundula Guneet Gunhild Gunilla Gunn Gunnar Gunnel Gunner
Gunnhild Gunter Gunther Guntram Gunvor Guor Gurdev Gurli Guro Gurra Gussie Gustaaf Gustaf Gustav
Gustava Gustave Gustavine Gustavo Gustaw Gustawa Gusti Gusztáv Guus Guusje Guérin Gwen Gwenaëlle
Gwendoline Gwendolyn Gwido Gyda Gyula Gyurcsány Gyuri Gyuszi Gyöngyi György Györgyi Győző Gzim Gábor
Gáspárdy Gédéon Gégé Génesis Gérald Géraldine Gérard Géraud Géza Gökalp Gökay Gökben Gökbudun
Gökbörü Göken Gökhan Gökmen Göknur Gökperi Göksev Gökten Gökçe Gökçebalan Gökçegöl Gökçen Gökçil
Gökçiçek Gökşin Göli Gömbös Gönen Gönenç Göngör Gönül Göran Görel Görgünay Görkem Görklü Görsev
Görün Gösta Göte Götz Gözel Gözem Gúbio Gücal Güher Gülay Gülağa Gülbahar Gülbani Gülben Gülbeyan
Gülbiye Gülcegün Güldam Güldem Gülden Gülder Güldeste Güldünya Gülegen Gülel Gülemen Gülenay Güler
Gülev Güleğen Gülfari Gülfeza Gülgen Gülgün Gülgüzel Gülhan Gülhisar Gülinaz Gülkadın Güllühan
Gülmisal Gülnaz Gülnaziye Gülpembe Gülper Gülriz Gülsalın Gülselin Gülsen Gülseren Gülsevil Gülsiye
Gülsü Gültekin Gülten Gülter Gülzadiye Gülçe Gülçin Gülözge Gülümser Gülüs Gülşa Gülşahin Gülşen
Gülşeref Gümüştekin Günar Günay Günaydin Gündoğdu Gündoğmuş Gündüzalp Günebakan Güner Güneri Güngör
Güngördü Güngören Güniz Günkurt Günnur Günsel Günseli Günser Günter Günther Günver Günyaruk Günçiçek
Günşen Gürarda Gürbüz Gürcan Gürcüye Gürdal Gürelcem Gürhan Gürkan Gürol Gürsal Gürsel Gürten
Güvenalp Güvercin Güverçin Güzey Güçal Güçlüer Güçyeter Gıyas Gőbl HORVÁTH Haagse Haakon Habbab
Habib Habiba Habibe Haby Haciali Hacib Hacile Hadassa Haddad Hadija Hadja Hadjer Hadley Hadrey
Hadriel Hadrien Hafi Hafid Hafsa Hafshah Hailee Hailey Hailie Hairyanto Hajar Hajnal Hajnalka Hajo
Haki Haldun Haleigh Halenur Haley Halid Halidun Halie Halil Halima Halina Halit Haliye Hallgeir
Hallie Haluk Halvdan Halvor Hamdi Hamdullah Hamed Hami Hamid Hamidou Hamima Hamish Hamisi Hamit
Hamiyet Hammâd Hampus Hamsini Hamza Hamzah Hana Hanae Hanako Hanaé Hanbiken Handan Hande Hanedan
Hanefi Hanga Hani Hania Hanife Hanim Hanna Hannabel Hannah Hannchen Hanne-Lore Hannele Hannelore
Hannes Hanni Hannie Hanns Hannu Hanny Hannón Hans-Adolf Hans-Albert Hans-Bernd Hans-Christian
Hans-Detlef Hans-Dieter Hans-Dietrich Hans-Eberhard Hans-Erich Hans-Friedrich Hans-Georg Hans-Gerd
Hans-Gerhard Hans-Günter Hans-Günther Hans-Heinrich Hans-Helmut Hans-Henning Hans-Herbert
Hans-Hermann Hans-Hinrich Hans-Joachim Hans-Jochen Hans-Josef Hans-Jörg Hans-Jürgen Hans-Karl
Hans-Ludwig Hans-Martin Hans-Michael Hans-Otto Hans-Peter Hans-Rainer Hans-Rudolf Hans-Theo
Hans-Ulrich Hans-Uwe Hans-Walter Hans-Werner Hans-Wilhelm Hans-Willi Hans-Wolfgang Hansgeorg Hansi
Hansjoachim Hansjörg Hansjürg Hansjürgen Hanspeter Hansruedi Hansueli Hansultan Haralamb Haralambie
Harald Harbinaz Hardana Hardik Hardouin Harimurti Harinakshi Harinarayan Harini Haris Harish Harit
Hariz Harja Harjasa Harjaya Harjo Harlem Harley Harmati Harmon Harnail Harol Harold Haroldo Haron
Haroun Harouna Haroune Harri Harriet Harrison Harro Harsana Harsanto Harsaya Harshil Hartaka Hartana
Hartmut Hartmuth Harto Hartono Hartwig Haruka Harun Harvey Hasan Hasbek Haseki Hasgül Hasibi Hasim
Hasin Haskell Hasna Hassan Hassane Hassie Hasso Hatce Hatem Hatice Hatin Hatouma Hatoyama Hattie
Hattâb Hauke Havali Havse Havva Haydar Hayden Haydée Hayel Haylee Hayleigh Hayley Haylie Hayrünnisa
Hazan Hazeem Hazel Hazle Hazrat Hazım Haïm Haşim Haşmet Heath Heather Heber Hector Hedda Hedi Hedvig
Hedwig Hedy Heema Hege Heide-Marie Heidelinde Heidelore Heidemarie Heiderose Heidi Heidrun Heidy
Heike Heikki Heiko Heimo Heiner Heinfried Heini Heino Heinrich Heinz Heinz-Dieter Heinz-Georg
Heinz-Gerd Heinz-Günter Heinz-Günther Heinz-Harald Heinz-Joachim Heinz-Josef Heinz-Jürgen Heinz-Otto
Heinz-Peter Heinz-Walter Heinz-Werner Heinz-Wilhelm Heinz-Willi Heitor Hekime Hekmet Heleen Helen
Helena Helene Helfried Helge Helie Heliodoro Helle Hellena Hellmut Hellmuth Helma Helmar Helmer
Helmtrud Helmut Helmuth Heloisa Heloise Heloísa Heloïse Helèna Helène Helén Heléne Hema Hemal Hemang
Hemangini Hemani Hemi Henderson Hendra Hendri Hendrick Hendrik Hendrika Henife Henk Henner Henni
Hennie Henning Henny Henri Henric Henrick Henricus Henrieta Henrietta Henriette Henrik Henrike
Henrique Henry Henryk Henryka Heracleea Heraclio Heraldo Herbert Herberto Herdis Heribert Heriberto
Herlinde Herluin Herma Herman Hermann Hermann-Josef Hermelinda Hermenegildo Hermes Hermina Herminda
Hermine Herminia Herminio Hernando Herney Hernán Herrmann Herschel Hershel Herta Heru Hervé Herwig
Heryanto Herzog Hesbon Hesti Hettie Heva Heyvetullah Hezniye Hezron Hicabi Hicham Hidaya Hidde
Hideki Hidir Hidvégi Hieronim Hikmet Hilaire Hilario Hilarion Hilary Hilayda Hilbert Hilda Hildah
Hildburg Hilde Hildebert Hildegard Hildegarda Hildegart Hildegund Hildegunde Hilding Hildur Hillard
Hillary Hillel Hillevi Hilma Hilmar Hilmi Hiltraud Hiltrud Himadri Himani Himawan Himmet Hincmar
Hindal Hinet Hinewai Hinrich Hipolit Hipolito Hippolyte Hipólito Hira Hiral Hiram Hiranmay Hiranmaya
Hiranya Hiro Hiroko Hiroshi Hitesh Hiçsönmez Hişam Hjalmar Hjalte Hjördis Hoagy Hoani Hocine Holger
Hollie Hollis Holly Holm Homero Honorine Honorio Honorius Horace Horacio Horacy Horatio Horațiu
Horea Horia Horst Horst-Dieter Horst-Günter Horst-Peter Hortense Hortensia Horthy Horváth Hosea
Houcine Houda Howard Howell Hoyt Hoşkadem Hredhaan Hritik Hszi Huang Huban Hubert Hubertine Hubertus
Hudavent Hugh Hugo Hugues Huguette Huia Hulda Hulk Hulki Hulusi Humaira Humbert Humberto Humphrey
Hunalp Hunor Hunyadi Hurican Hurşide Hurşit Husayn Husein Hussein Huub Huzaifa Huzeyfe Huzuri Hwang
Hyacinthe Hyman Hyun Hâdi Hâlis Hâtem Håkan Håkon Håvard Héctor Hédelin Hédi Hélder Hélie Hélier
Hélio Héloïse Hélène Hüccet Hüda Hüdayi Hüdâvendigâr Hüma Hümayun Hümeyra Hüner Hürdoğan Hürkan
Hüryaşar Hürüyet Hüsameddin Hüsamettin Hüseyin Hüsmen Hüsnü Hüsnühâl Hüso Hüsrev Hıfzullah Hıfzı
Hızır Iacob Iacov Iain Iana Ianina Ianis Ianna Ianos Iara Iaroslav Iaroslava Iasmina Ibaad Iben
Ibeth Ibou Ibra Ibraaheem Ibraheem Ibrahim Ibrahima Ibrani Ibun Ibán Icha Icie Idan Idell Idella
Idika Idrees Idris Idriss Idrissa Idriz Idun Idık Ieremia Iesa Ifeanyichukwu Ifeoma Iftikhaar
Iftikhar Ifunanya Iggy Ignace Ignacia Ignacio Ignacy Ignatius Ignatz Ignaz Igor Igori Ihab Ihaia
Ihsaan Ihsan Ihtesham Ihtiram Ihtishaam Ihtsham Ijaya Ijli Ikbal Ikenna Iker Ikhidie Ikhlaas Ikhsan
Ikin Ikraam Ikramah Ikrimah Ikshita Ilai Ilana Ilaria Ilarie Ilarion Ilay Ilayda Ilaçın Ildefonso
Ildi Ildiko Ildikó Ildız Ileana Ilene Ilenia Ilgı Ilgın Ilhan Ilian Iliana Iliane Ilias Ilie Ilies
Ilija Ilinca Ilir Ilja Iljo Ilka Ilmari Ilona Ilonka Ilsa Ilse Ilya Ilyan Ilyana Ilyane Ilyas Ilyass
Ilyes Ilyess Ilyès Imad Imane Imani Imaran Imelda Imen Imene Imer Imke Immanuel Immo Imogen Imogene
Imran Imrane Imre Imène Inara Inaya Inayat Indali Indira Indra Indrajit Ines Inesa Inessa Inez
Infanta Ing-Britt Ing-Marie Inga-Britt Inga-Lill Ingalill Ingar Ingbert Inge Ingeborg Ingeburg
Ingegerd Ingegärd Ingela Ingelise Ingelore Ingemar Ingetraud Ingetraut Ingmar Ingo Ingolf Ingrid
Ingried Ingvar Ingvild Inken Innocenty Innozenz Inocencio Inocențiu Inza Inácio Inès Inés Inês Inës
Ioan Ioana Ioanei Ioanina Ioannis Iolanda Iona Ionel Ionela Ionelia Ionică Ionuţ Ionuț Iosefina
Iosif Iosip Iqbal Iracema Iraida Iraj Irawati Ireen Irem Irena Irene Ireneusz Ireti Iriana Iridenta
Irina Irina-Camelia Irine Irinel Irma Irmela Irmengard Irmgard Irmhild Irmi Irmingard Irmtraud
Irmtraut Irmtrud Irnanto Irsad Irungu Irvin Irving Irwan Irwin Irya Iryna Irène Irén Iréne Irıs
Isaac Isaaca Isaack Isaak Isabeau Isabel Isabell Isabella Isabelle Isabelly Isac Isack Isadora
Isadore Isai Isaiah Isaias Isak Isaline Isaque Isaura Isaure Isaías Isee Iseult Isha Ishaan Ishani
Ishanvi Ishaq Ishita Ishwar Isidor Isidora Isidore Isidoro Isioma Ismael Ismail Ismaël Ismaïl
Ismaïla Ismet Ismérie Ismık Isobel Isolde Isolina Isom Isra Israa Issa Issac Issack Issam Issei
Issiaka Isti Istvan István Isık Isığ Itamar Itri Itzel Itziar Itır Iulian Iuliana Iuliu Iuri Iurie
Iurii Iustin Iustina Iustinian Ivah Ivan Ivana Ivanka Ivanna Ivano Ivar Iven Ivette Ivica Ivona
Ivone Ivonne Ivor Iván Iwan Iwanie Iwona Iwonka Iyad Iyed Iyık Iyıktağ Izaak Izaaz Izabela Izabella
Izaiah Izajasz Izak Izia Izolda Izsák Izydor Izzy Izïa Iñaki Iúçufe Işık Işıkay Işıl Işılay Işıman
Işın Işıner Işığ Jaabir Jaafar Jaak Jaan Jaap Jabari Jabbaar Jabir Jabr Jace Jacek Jacey Jacinta
Jacinthe Jacinto Jackeline Jackie Jackline Jacklyn Jackson Jacky Jaclyn Jacob Jacoba Jacobine Jacobo
Jacobus Jacopo Jacqueline Jacquelyn Jacques Jacques-Louis Jacynthe Jade Jaden Jader Jadesola Jadon
Jadwiga Jadwigi Jadyn Jaeden Jael Jaelynn Jaeman Jafar Jafet Jaffer Jagadish Jagadisha Jagapati
Jagaraga Jagathi Jagdeep Jagdish Jagmeet Jagrati Jagvi Jahangir Jahanzeb Jahdami Jahdari Jahiz Jahm
Jahnu Jaida Jaiden Jaider Jailey Jailyn Jaiman Jaime Jaimini Jaimy Jair Jairaj Jairo Jairus Jais
Jaivey Jakayla Jake Jakob Jakov Jakow Jakub Jakubina Jalaal Jalal Jale Jaleel Jalees Jalen Jalil
Jalon Jalou Jalsa Jalyn Jamaal Jamal Jamalia Jamar Jamarcus Jameel Jamel James Jamesa Jameson Jamey
Jamie Jamie-Lee Jamie-Leigh Jamil Jamila Jamir Jamiro Jamison Jammie Jan-Erik Jan-Olof Jan-Peter
Jan-Åke Jana Janae Janaki Janani Janaína Jancsi Janek Janelle Janem Janessa Janeta Janeth Janett
Janette Janez Jani Janic Janica Janice Janick Janie Janik Janin Janina Janine Janis Janiya Janka
Jankat Janko Jann Janna Jannah Janne Jannek Jannes Janneth Janni Jannie Jannik Jannike Jannis Jano
Janos Janosch Januja Janus Janusz Jany Janya Japhet Japheth Jaquan Jaquelin Jaqueline Jara Jared
Jari Jarkko Jarl Jarlath Jarle Jarmo Jarne Jarno Jarod Jaron Jaroslav Jaroslaw Jarosława Jarred
Jarrell Jarret Jarrett Jarrod Jarryd Jaruthip Jarvis Jarwa Jarwadi Jarwi Jasen Jasiek Jasin Jasmani
Jasmijn Jasmin Jasmina Jasmine Jasmit Jason Jasper Jassem Jassim Jaswadi Jatin Jatmiko Jaume Jaunita
Javan Javas Javi Javier Javiera Javon Javonte Jawad Jawed Jaxon Jaxx Jayadi Jayce Jaycee Jayda Jayde
Jayden Jaydon Jayeng Jaylan Jaylano Jaylen Jaylin Jaylinn Jaylon Jayme Jayne Jayson Jayvano Jazlyn
Jazmin Jazmyn Jazmyne Jazmín Jazze Jazzlyn Jazzlynn Jaël Jean Jean-Baptiste Jean-Charles
Jean-Christophe Jean-Claude Jean-Daniel Jean-François Jean-Jacques Jean-Louis Jean-Luc Jean-Marc
Jean-Marie Jean-Michel Jean-Paul Jean-Philippe Jean-Pierre Jean-Pol Jean-Yves Jeana Jeanette Jeanie
Jeanine Jeanne Jeannel Jeannette Jeannie Jeannine Jeannot Jebet Jecinta Jedediah Jedidah Jedidiah
Jeet Jeevika Jeferson Jeff Jefferey Jeffery Jeffrey Jeffry Jefri Jefta Jehan Jehanne Jeison Jeisson
Jekaterina Jelagat Jelena Jeleną Jelisaweta Jelita Jella Jelle Jelmer Jelte Jemimah Jemma Jemutai
Jenaro Jenel Jenifer Jeniffer Jenipher Jenna Jennah Jennette Jenni Jennie Jennifer Jenniffer
Jennings Jenny Jennyfer Jens-Peter Jens-Petter Jens-Uwe Jensen Jenson Jenő Jepchirchir Jepchumba
Jepkemoi Jepkoech Jepkorir Jepkosgei Jeppe Jeptoo Jerad Jerald Jeramie Jeramy Jerel Jeremi Jeremiah
Jeremias Jeremiasz Jeremie Jeremy Jeremías Jerker Jermain Jermaine Jermey Jernej Jerod Jeroen Jerome
Jeromy Jeronimo Jerono Jerop Jerotich Jerrell Jerrod Jerrold Jerry Jerson Jeruto Jerzego Jerzy
Jerónimo Jerôme Jesca Jesper Jess Jesse Jessica Jessie Jessika Jesslyn Jesslynn Jessy Jessyca Jessye
Jesus Jesusa Jesús Jetmir Jeton Jett Jettie Jevgeni Jevgenij Jevgenyij Jevon Jewel Jewell Jewgeni
Jewgienij Jhalak Jhan Jhoan Jhoana Jhon Jhonatan Jhonny Jhony Jiang Jibril Jidde Jihane Jill Jillian
Jimena Jimi Jimmie Jimmy Jinane Jinawi Jindra Jinte Jinthe Jiri Jitender Jitendra Jiří Jo-Wilfried
Joachim Joacim Joah Joakim Joan Joana Joanie Joann Joanna Joanne Joannes Joannie Joanny Joannę Joany
Joao Joaquim Joaquin Joaquina Joaqun Joaquín Joas Joash Jobst Jocelyn Jocelyne Jochem Jochen Jocke
Jodi Jodie Jody Joel Joelia Joelina Joeline Joelle Joep Joerg Joeri Joes Joesph Joey Joffrey Johan
Johana Johann Johanna Johanne Johannes Johans Johathan John-Laffnie John-Patrick Johna Johnathan
Johnathon Johnnie Johnny Johnpaul Johnson Johnstone Johny Jojo Joko Jola Jolanda Jolanta Jolanthe
Jolayemi Joleen Jolene Jolien Jolijn Jolin Jolina Joline Jolán Jona Jonah Jonas Jonatan Jonathan
Jonathon Jonna Jonny Jono Jonte Jonás Joojo Joop Joost Joppe Joram Joran Jordan Jordane Jordi Jordon
Jordy Jordyn Jordán Joren Jorge Jorgos Jorin Joris Jorja Jorn Jorrit Jort Jorunn Joscha Joschua
Josef Josefa Josefien Josefin Josefina Josefine Joselyn Josep Joseph Josepha Josephat Josephin
Josephina Josephine Josephus Josette Josh Joshua Joshuah Josiah Josiane Josianne Josie Josip Josipa
Josphat Josphine Joss Josse Josselin Jost Jostein Josua Josue Josué Josy José Josée Joséphine Joud
Jourdain Jovan Jovana Jovani Jovanny Jovany Jovin Jovita Joya Joyce Joyline Jozef Jozue João Joël
Joëlle Jożef Jrgen Juana Juanita Juanito Juanjo Juanma Juci Juda Judah Judd Judicaël Judit Judith
Judson Judy Judyta Juergen Juha Juhani Juju Jula Julan Jules Julia Julian Juliana Juliane Julianem
Julianna Julianne Julide Julie Julie-Anne Julien Juliet Julieta Julieth Juliette Julija Julijana
Julika Julina Julita Julius Juliusz Julián Juliëtte Juma Jumadi Jumari Juna Junayd Juninho Junius
Junon Jupp Jurgen Jurij Jurre Jusra Jussara Justen Justin Justina Justine Justinianus Juston Justus
Justyn Justyna Justynka Jusuf Jusup Jutta Juul Juvenal Juwan Jwala Jyoti Jyotis Jyotsana Jytte János
Jázmin Jânio Jérémie Jérémy Jérôme Jéssica Jóska Józef Józefa Józefina József Józsi Jörg Jörg-Peter
Jörgen Jörn Jørgen Jørn Júlia Júlio Jüan Jürg Jürgen Jędrzej Kaamil Kaan Kaarina Kaashif Kaat Kaazim
Kabeer Kabil Kabir Kacey Kachela Kaci Kacie Kacper Kacung Kada Kadek Kadem Kaden Kadiatou Kadidia
Kadidiatou Kadin Kadrican Kadriye Kady Kadınana Kaela Kaelyn Kafeel Kahina Kahir Kahu Kahurangi
Kai-Uwe Kaia Kailash Kailee Kailey Kailyn Kaique Kairav Kaisa Kaiser Kaitlin Kaitlyn Kajetan Kajji
Kajsa Kalea Kaleb Kaleem Kaleema Kaleigh Kalevi Kaley Kalgay Kalidou Kalim Kalina Kalinda Kalistrat
Kallie Kalmár Kalpana Kalpit Kaltrina Kalyani Kamal Kamala Kamalesh Kamaria Kamau Kambali Kamber
Kamelya Kameron Kamidin Kamiel Kamil Kamila Kamile Kamilla Kamille Kamilly Kamla Kamlesh Kampfbund
Kamran Kamren Kamron Kamryn Kamuran Kamya Kanaka Kanchan Kancı Kanda Kandef Kane Kang Kani Kania
Kanini Kanishka Kanjeng Kannan Kannen Kanpulat Kanti Kanye Kançı Kaori Kapagan Kapgar Karaamat
Karaer Karahan Karak Karakucak Karam Karamoko Karan Karanbay Karani Karanja Karataş Karaça Karcan
Kardi Kardos Kareem Karel Karelle Kargılaç Kari Kariane Karianne Karim Karima Karimah Kariman Karimi
Karin Karina Karine Kariuki Karl-August Karl-Dieter Karl-Emil Karl-Erik Karl-Ernst Karl-Friedrich
Karl-Georg Karl-Hans Karl-Heinrich Karl-Heinz Karl-Hermann Karl-Johan Karl-Josef Karl-Jürgen
Karl-Ludwig Karl-Otto Karl-Peter Karl-Werner Karl-Wilhelm Karlee Karley Karlfried Karlheinz Karli
Karlie Karlijn Karlo Karlotta Karlukhan Karlıgaç Karol Karola Karolann Karolien Karolin Karolina
Karoline Karolowi Karsa Karsana Karson Karsten Karthik Kartik Kartika Karunanidhi Karyn Kasam
Kasandra Kasey Kashan Kashif Kashish Kashvi Kashyap Kashyapi Kasia Kasim Kasimir Kasiran Kasiyah
Kaspar Kasper Kassandra Kassim Kastriot Kasusra Katalin Katalina Katana Katarina Katarzyna Katarzynę
Katcha Kate Katelijne Katelin Katell Katelyn Katelynn Katerina Katerine Kateryna Kateřina Katharina
Katharine Katherin Katherina Katherine Katherinne Katheryn Kathi Kathleen Kathlyn Kathrin Kathrine
Kathryn Kathryne Kathy Katia Katie Katie-Louise Katja Katleen Katlyn Katlynn Kato Katrien Katrijn
Katrin Katrine Kattie Katty Katun Katunkız Katy Kauri Kauthar Kavalalı Kaver Kavita Kavon Kavurt
Kavya Kawaca Kawaya Kawhi Kawkab Kawtar Kawthar Kay-Uwe Kayaalp Kayacık Kayagün Kayaçık Kaycee
Kayden Kaye Kaygusuz Kayla Kaylah Kaylee Kayleigh Kayley Kayli Kayliah Kaylie Kaylin Kayna Kayode
Kayra Kayrabay Kays Kaysan Kayun Kayvan Kayça Kazanç Kazi Kazim Kazimierz Kazimierza Kazinczy
Kazkatun Kazuya Kazuyoshi Kazım Kaïna Kaïs Kağan Kaśka Kaşgarlı Keagan Kealan Keano Keanu Keara
Keaton Keegan Keelan Keeley Keely Keenan Keerti Kees Keet Keeva Kefser Keiichi Keira Keisha Keith
Keke Kekik Keklik Keld Keleş Kellen Kelley Kelli Kellie Kelly Kelly-Anne Kelly-Marie Kelsey Kelsi
Kelsie Kelton Kelvin Kelya Kelyan Kelâmi Kemalettin Kemba Kemboi Kemuma Kemunto Kemâl Kenan Kenari
Kendall Kendra Kendrick Kenedy Kenes Keneth Kenichi Kenji Kenn Kenna Kennedi Kennedy Kennet Kenneth
Kennith Kenny Keno Kensi Kenter Kenth Kenton Kenyatta Kenyon Kenza Kenzi Kenzie Kenzo Kenzy Keon
Kepez Keramet Kerami Kerem Keremşah Keri Kerim Kerime Kerri Kerrie Kerry Kerstin Kerubo Keshaun
Keshawn Kesme Kete Ketsia Ketut Keven Kevin Kevon Kevser Keya Keyaan Keyan Keyken Keyla Keyon
Keyshawn Keyshia Kezban Kezia Keziah Kezlik Keşşaf Khaalid Khadidiatou Khadidja Khadija Khadim Khady
Khaled Khalid Khalifa Khalil Khayr Khem Khentkaus Khloe Khoudia Khris Kiaan Kian Kiana Kiandra
Kianna Kiano Kiara Kiarie Kiarra Kibet Kiera Kieran Kieren Kifaye Kike Kiki Kiley Kilian Killian
Kilono Kilonzo Kilyan Kimani Kimanzi Kimathi Kimberly Kimeu Kimiko Kimo Kimutai Kincső Kinga Kinia
Kinuthia Kinyanjui Kinyua Kiné Kioko Kipchirchir Kipchumba Kipkemboi Kipkemoi Kipkirui Kipkoech
Kipkorir Kipkosgei Kipkurui Kiplagat Kiplangat Kiplimo Kipngeno Kipngetich Kiprono Kiprop Kiprotich
Kipruto Kipsang Kiptoo Kipyegon Kiramettin Kiran Kirana Kirill Kirk Kirsten Kirsti Kirstie Kirstin
Kirstine Kirsty Kirti Kirui Kitan Kitti Kitty Kiyan Kiyasi Kjeld Kjell Kjersti Kjetil Klaas
Klaas-Jan Klarencjusz Klaudia Klaudiusz Klaus Klaus-Dieter Klaus-Günter Klaus-Jürgen Klaus-Michael
Klaus-Peter Klaus-Ulrich Klaus-Werner Klavs Klemens Klementyna Kleopatra Klete Klothilde Klára Klári
Kläre Knud Kobayakawa Kobe Koby Kocabaş Kody Kodály Koech Koenraad Kofi Kogoro Koji Kojo Kolby Kole
Kolos Koman Koncagül Koncz Konguralp Konkona Konrad Konstancja Konstantin Konstantinos Konstanty
Konstantyn Konstanze Kontrát Kopan Kopano Koralia Koray Korbin Korbinian Korda Kordula Korey Korinna
Korir Korkmazalp Korkut Kornel Korneli Kornelia Kornelius Korneliusz Kornél Korugan Kory Kosgei
Kotuz Kovács Koçak Koçkan Koşukhan Kraig Kreszentia Kreszenz Kriemhild Krijn Krille Krish Krisha
Krishna Krishnadas Krishnadasa Krista Kristel Krister Kristi Kristiaan Kristian Kristiane Kristie
Kristien Kristijan Kristin Kristina Kristine Kristof Kristofer Kristoffer Kristopher Kristy Kristóf
Krisztina Krisztián Krisztofer Krysia Krystal Krystel Krystian Krystina Krystyna Krzysiek Krzysztof
Krúdy Ksawera Ksawery Ksenia Ksenofont Kubat Kubilay Kubo Kubra Kubura Kuddusi Kujoe Kujtim Kujō
Kumaki Kumari Kumiko Kumru Kumuda Kuncara Kunibert Kunigunda Kunigunde Kunthara Kurfürst Kuria
Kurnia Kurniawan Kurta Kurtis Kushtrim Kusuma Kutay Kutbettin Kutgün Kutun Kuzma Květa Kwabena
Kwadwo Kwaku Kwamboka Kwame Kwamena Kwasi Kweku Kwesi Kwintyn Kyalo Kyan Kyano Kyara Kyle Kylee
Kyleigh Kyler Kylian Kyliann Kylie Kyllian Kyosuke Kyra Kyrie Kádár Kálmán Károly Kâmil Kâzime Kâzım
Käte Käthe Käthi Kéba Kévim Kévin Köker Köksal Köktaş Königin Kösemen Kübran Kürşad Kılıçbay Kımız
Kımızalma Kımızalmıla Kımızın Kınel Kırat Kırgavul Kırgız Kırlangıç Kırçiçek Kısmet Kıvanç Kızdurmuş
Kızılalma Kızıltunç Kőszegi LVIII LaMarcus Laal Laban Labeeb Labib Labinot Lacey Lachlan Laci Lacina
Lacy Ladarius Ladina Ladislas Ladislau Ladislaus Ladislav Ladji Ladli Laeeq Laetitia Lahiah Lahna
Laia Laika Laila Laiq Laisha Laith Lajcsi Lajita Lajlaj Lajos Lajosné Laksana Laksh Lakshit Lakshman
Lakshmi Lakshmidhar Lakshminath Laksita Lala Lale Lalie Lalita Lalo Laly Lamar Lambert Lameck Lamia
Lamih Lamine Lamont Lancelot Landry Laney Langat Langgeng Lanjar Lantar Laoise Laora Laqeet
Lara-Sophie Laras Lardin Larina Larisa Laron Larry Lars-Erik Lars-Göran Lars-Olof Lars-Åke Larue
Larysa Lascăr Lashinda Lasmanto Lasmono Lassana Laswi Laszlo Latasha Lateef Latif Latifa Latika
Latoya Laudelino Laura Laurane Laure Laureen Laurel Laureline Lauren Laurence Laurencja Laurencjusz
Laurens Laurent Laurentia Laurentiu Laurenty Laurentyna Laurenz Laurenția Laurențiu Lauretta Lauri
Laurian Lauriane Laurianne Laurie Laurin Laurine Laurits Laury Lauryn Laurynas Laurène Laus Laust
Lautaro Lavada Lavanya Lavern Laverna Laverne Lavina Lavinia Lavon Lavonne Lavínia Lawrence
Lawrencia Lawson Laxman Laxmi Layana Layanah Layla Layne Layth Lazar Lazare Lazaro Laze Lazăr
Laëtitia Laís LeAnn LeBron Lea-Sophie Leah Leana Leander Leandra Leandre Leandro Leane Leann Leanna
Leanne Leano Leart Leatha Lebron Ledion Ledün Leela Leelou Leena Leendert Legawa Lehna Leidy Leif
Leigh Leighton Leila Leilani Lejla Lekha Lela Leland Lelia Lelê Leman Lemide Lempi Lemuel Lena Lenah
Lene Leni Lenia Lenin Lenja Lenka Lenna Lennard Lennart Lennarth Lennert Lennon Lennox Lenny Lenora
Lenore Lenuța Leny Lenya Leo-Paul Leocadia Leocadio Leokadia Leola Leon Leona Leonard Leonardo
Leoncio Leonel Leonhard Leoni Leonid Leonidas Leonie Leonis Leonor Leonora Leonore Leonti Leontin
Leontina Leontine Leonyid Leonăchescu Leopold Leopoldina Leopoldine Leopoldo Leora Leordean Leroy
Lerzan Lerze Lesley Leslie Lesly Lessie Lesslie Lestari Lester Letha Leticia Letitia Letizia Letiția
Letycja Letícia Leufroy Levana Levent Levente Levi Levin Levio Levis Levke Lewis Lexi Lexie Lexus
Leya Leyan Leyla Leyli Leyna Leyre Lezize Leïla Leïna Leónidas Liah Liam Lian Liana Liane Liang
Liara Libardo Libbie Libby Libni Libère Liceth Lică Lidia Lidija Lidwina Lidya Lieke Liem Liene
Liesa Liesbet Liesbeth Lieschen Liesel Lieselot Lieselotte Lieuwe Lieven Lieze Liezel Ligia Liisa
Lilas Lili Lili-Rose Lilia Lilian Liliana Liliane Lilianna Lilie Lilien Lilija Lilith Liliána
Lillemor Lilli Lillian Lilliana Lillie Lilly Lilo Lilou Lilwenn Lily Lily-Rose Lilya Lilyan Limar
Limazah Limon Lina Linah Lindah Lindita Lindsay Lindsey Linett Linn Linnea Linnie Linnéa Lino Linoy
Linoï Linus Linwood Lioara Lioba Lionel Lior Liora Lipika Liridon Liridona Lirim Liron Lirone
Lisa-Marie Lisandro Lisann Lisanne Lisbet Lisbeth Lise-Lott Lise-Lotte Liselott Liselotte Liseth
Lisette Lisi Lison Lissette Lissi Lissy Lital Litzy Liuba Liubov Liubovi Liudmila Liusea Liva Livia
Livingstone Livio Liviu Liwia Liya Liyaaqat Liyah Liyam Liyan Liyana Liyaqat Liza Lizbeth Lize
Lizeth Lizz Lizzie Liétald Ljiljana Ljubica Ljubisa Ljudmila Llewellyn Lleyton Lloyd Loane Lode
Lodewijk Loek Loes Loet Logan Lohan Lohit Loice Loida Loise Loke Lola Lolade Lolita Lolo Loma Lona
Longin Loni Lonie Lonnie Lonny Lonzo Loot Lopa Lope Lora Loraine Lorcan Loredana Loreen Lorelei
Loren Lorena Lorene Lorenz Lorenza Lorenzo Loretta Lorian Lorik Lorin Lorine Loris Lorna Lorrain
Lorraine Lotfi Lothaire Lothar Lotta Lotte Lotti Lottie Lou-Ann Lou-Anne Loua Louan Louane Louann
Louay Loubna Loui Louie Louis-José Louis-Marie Louis-René Louisa Louise Louison Louka Loula Loulou
Louna Lounis Louvenia Lovis Lovisa Lovro Lovász Lowe Lowell Lowie Loyce Loïc Loïs Loïse Luan Luana
Luara Luay Luca Lucas Lucențiu Lucero Lucette Lucho Lucian Luciana Luciano Lucica Lucie Lucien
Lucienne Lucila Lucile Lucille Lucinda Lucio Lucious Lucius Lucja Lucjan Lucrecia Lucretia Lucreția
Lucrețiu Lucy Lucyna Ludde Ludger Ludie Ludivine Ludmila Ludmilla Ludo Ludolphe Ludovic Ludovica
Ludovicus Ludvig Ludwig Ludwik Ludwika Ludwina Luella Luena Luhung Luigi Luigia Luis Luisa Luisana
Luise Luisina Luisito Luitgard Luiz Luiza Lujza Lukas Lukasz Luke Lukita Lukman Lukács Lukáš Lula
Luljeta Lulu Luluh Lulut Lulzim Luminita Luminița Lungelo Lungu Lunna Luol Lupe Lupicínio Lupita
Luqmaan Luqman Lurdes Lurhur Lurline Lutf Lutfan Lutfi Lutgarde Lutgardis Lutgart Luther Luthfi Lutz
Luuk Luus Luwar Luwes Luzie Luzius Luzmira Luís Luísa Lyam Lyan Lyana Lydia Lydiah Lydie Lyes Lyla
Lyle Lylia Lylou Lyna Lynda Lyndon Lyndsay Lyndsey Lyne Lynette Lynley Lynn Lynnette Lynsey Lyonpo
Lysanne Lyudmila László Lázaro Lázár Lâle Lærke Léana Léandre Léane Léna Léon Léonard Léonie Léonne
Léopold Léopoldine Lévi Lívia Lúcio Lüfen Lütfi Lütfullah Lăcrămioara Maad Maahir Maaike Maajid
Maalik Maanas Maanav Maarit Maarten Maartje Maawiya Maaya Maayane Maaz Maazin Mabad Mabel Mabelle
Mable MacArthur MacKenzie Macaire Macarena Macaria Macario Macauley Mace Maceo Macey Macharia Maci
Macide Maciej Macieja Maciek Mackenzie Mactar Macy Madalena Madaline Madalyn Madani Maddalena Maddie
Maddison Maddox Madeleine Madelene Madelief Madeline Madelyn Madelynn Madge Madhav Madhavi Madhuri
Madie Madilyn Madina Madisen Madisyn Madita Madiyan Madlaina Madleen Madlen Mads Mady Madyan Madyson
Maegan Mael Maelle Maelys Maes Maeva Maeve Mafalda Magali Magaly Magarete Magasföldi Magda Magdalena
Magdaleną Magdaline Magdolna Maggie Magne Magno Magnolia Magnus Magret Magrit Maguelone Maguette
Mahad Mahamadou Mahault Mahaut Mahaz Mahbeer Mahboob Mahbub Mahdee Mahdi Mahdy Mahe Maheen Mahendra
Maher Mahesa Mahesh Maheswar Mahfooz Mahfud Mahfuj Mahfuz Mahi Mahigül Mahika Mahja Mahmood Mahmoud
Mahmud Mahmut Mahnaz Mahsun Mahter Mahzun Mahé Maica Maicol Maida Maik Maike Maikel Maiken Maikol
Maila Mailin Mailo Maimuna Maimunah Maina Maingi Maira Mairead Mairtin Maite Maitê Maiya Maj-Britt
Maj-Lis Majdi Majdy Majeed Majer Majken Majvor Makara Makarena Makary Makayla Makeen Makena Makenna
Makenzie Makhtar Makinwa Makokha Makori Makoto Makovecz Maksim Maksur Maksym Maksymilian Makszim
Maksüde Makuta Malachi Malachy Malak Malati Malcolm Malea Malek Malena Malene Malevolent Malgorzata
Malia Malick Malika Malina Malinda Mallaury Mallie Mallory Malone Malou Malthe Malti Malva Malvina
Malwina Mamadou Mamady Mamen Mamert Mamoudou Mamour Mamun Manaaki Manabu Manah Manaia Manal Manan
Manassé Manawa Manbir Mandaakin Mandakini Mandy Manel Manelle Manfred Mangala Mangalya Manik Manikya
Manil Manisha Manjusha Manley Manny Manoah Manoel Manoj Manola Manole Manolo Manon Mansour Mansur
Mansurali Manthan Manu Manuela Manuelita Manuella Manya Maomé Maraea Maram Maras Marat Marc
Marc-André Marc-Antoine Marceau Marcel Marcela Marceli Marcelin Marcelina Marceline Marcelino
Marcell Marcella Marcelle Marcello Marcellus Marcelo Marcheta Marcia Marcin Marcio Marcsi Marcus
Mardy Maree Mareen Mareike Mareikura Mareile Maren Margana Margaret Margareta Margarete Margaretha
Margarethe Margarett Margaretta Margarette Margarida Margarita Margaritha Margaud Margaux Margie
Margit Margita Margitta Margo Margot Margoth Margret Margreth Margrethe Margrit Margrith Marguerite
Maria Maria-Luise Maria-Theresia Mariaan Mariadi Mariah Mariam Mariama Mariame Marian Mariana
Mariane Marianela Mariangela Mariann Marianna Marianne Mariano Maribel Marica Maricarmen Maricel
Maricela Maricica Maricruz Marie-Ange Marie-Anne Marie-Christine Marie-Claire Marie-Claude
Marie-France Marie-Françoise Marie-Hélène Marie-Jeanne Marie-José Marie-Laure Marie-Line Marie-Lou
Marie-Louise Marie-Luise Marie-Madeleine Marie-Noëlle Marie-Paule Marie-Pierre Marie-Rose
Marie-Sophie Marie-Theres Marie-Therese Marie-Thérèse Mariechen Mariei Marieke Mariela Mariele
Mariella Marielle Marieluise Mariem Mariette Marija Marijan Marijana Marijke Marijn Mariję Marika
Marilena Marilie Marilou Marilu Mariluz Marilyn Marilyne Marilú Marinela Marinette Marinus Marioara
Mariola Marion Marisa Marisel Marisela Marisol Marissa Maristela Marit Marita Maritta Maritza Marius
Mariusz Mariya Marième Marię Marja Marjan Marjane Marjatta Marjolaine Marjorie Marjory Markiem Marko
Markus Marla Marlee Marleen Marlen Marlena Marlene Marleny Marley Marli Marlie Marlies Marliese
Marlin Marlis Marlise Marlo Marlon Marly Marlyse Marlène Marlén Marnie Marnix Maroof Marouane Maroš
Marrit Marschall Marsha Marshall Marsito Marsudi Martaka Martana Martani Marten Martha Marthe
Martijn Martim Martin Martina Martine Martinez Martinus Martirio Marty Martyn Martyna Maruan Marut
Marvin Marwa Marwan Marwane Marwata Marwen Marwin Maryadi Maryam Maryann Maryanne Maryanto Maryjane
Maryla Maryline Marylou Marylène Maryna Maryse Marysia Marzena Marème María Masahiko Masao Masar
Masika Masinde Mason Massamba Massiel Massimiliano Massimo Massinissa Masta Masume Matei Matej
Mateja Mateusz Matheo Matheus Mathew Mathias Mathieu Mathijs Mathilda Mathilde Mathis Mathurin
Mathys Mathéo Matias Matilda Matilde Matis Matisse Matiu Mattea Matteo Mattes Mattheo Matthew
Matthias Matthieu Matthijs Matthis Matthäus Matti Mattia Mattias Mattie Mattis Matts Mattéo Matwei
Matylda Matys Matz Matéo Matías Maud Maude Maudie Maugis Maura Maureen Maurice Mauricette Mauricio
Maurin Maurine Maurits Mauritz Maurizio Mauro Maurus Maurycy Maverick Mavis Mawuena Mawusi
Maxellende Maxem Maxence Maxens Maxie Maximiano Maximiliaan Maximilian Maximiliano Maximilien
Maximillia Maximillian Maximino Maximo Maxine Maxwel Maxwell Mayane Mayar Maybell Maybelle Maye
Mayerly Mayeul Maykol Mayla Mayline Maylis Maymie Maynard Maynur Mayoor Mayra Maysa Mayson Mayssa
Mayte Mazhar Mazie Mazlum Maélis Maël Maëlie Maëline Maëlis Maëlle Maëly Maëlyne Maëlys Maëva Maïa
Maïly Maïlys Maïmouna Maïna Maïssa Maïssane Maïté Maïwenn Małgorzata Małgorzaty Małgosia Maşide Maša
Mbaye Mbithi Mboya Mbugua Mburu Mckayla Mckenna Mckenzie Meabh Meagan Meaghan Mechthild Mechthilde
Mechtild Mecide Mecit Meda Medina Medine Meena Meenakshi Meera Mees Mefarettin Mefharet Megan Meggie
Megha Meghan Meghana Meghnad Meghnath Meglena Megumi Mehdi Mehdiye Mehmed Mehmet Mehmetzahir Mehmo
Mehriban Mehrigül Mehtap Meibh Meik Meike Meinhard Meinolf Meinrad Meire Mekhala Mekhi Melaha Melani
Melania Melanie Melany Melba Melchior Melchor Melda Meleknur Meles Melia Melih Melihcan Melike
Melikkan Melikşah Melina Melinda Meline Melis Melisa Melissa Melita Melitta Melker Melle Mellie
Mellina Melnic Mels Meltem Melusine Melvil Melvin Melvina Melvine Melvyn Melwin Melyna Melyssa Melûl
Memduh Memili Memo Menachem Menahem Menaka Mence Mendel Menfeat Mengi Mengüç Menişan Menka Menno
Meral Merba Merche Mercyline Merdi Mereana Meredith Merel Meret Merete Merethe Mergim Meriam Meriem
Merih Merijn Merim Merita Meriç Merjem Merl Merle Merr Merritt Mertel Mertie Merva Merve Mervin
Mervyn Merwan Mery Meryam Meryem Meryeme Meryl Merzuk Meshack Mestan Mestur Mesude Mesut Metinkaya
Metrine Meveddet Mevlüdiye Mevlüt Meyhanim Meyra Mezey Mezide Meïssa Micael Micaela Micah Micha
Michael Michaela Michaele Michaelem Michaelowi Michail Michaił Michaiła Michal Michala Michale
Michalina Michaël Michaëlla Michał Michała Michałek Micheal Micheala Michel Michela Michelangelo
Michele Micheline Michelisz Michelle Michiel Michèle Mick Mickael Mickaël Micke Mickey Micky Midas
Mieczysław Mieke Mieszko Miguel Miguela Mihaela Mihai Mihai-Răzvan Mihail Mihajlo Mihasi Mihin
Mihnea Mihrab Mihriban Mihriye Mihály Mijaíl Mijo Mika Mikael Mikaela Mikaere Mikail Mikako Mikayla
Mikaïl Mike Mikel Mikey Mikhail Miki Mikkel Mikki Mikko Miklós Mikołaj Mikszáth Milana Milay Milcah
Mildred Milena Miley Milhan Milica Milkah Millaray Miller Millicent Millie Milly Milo Milorad Milos
Milou Milovan Milton Mimi Mimmi Mimoza Minakshi Mindy Minh Minibe Mink Minnie Minodora Minoru Mioara
Miodrag Mirabela Mirac Miralem Miranda Miray Miraç Mirbadin Mircea Mirco Mireia Mireille Mirek Mirel
Mirela Mirella Mireya Miriam Miriama Mirian Mirja Mirjam Mirjana Mirkelam Mirko Mirkó Mirlinda Mirna
Miro Miron Mirona Miroslav Miroslava Miroslaw Miroslawa Mirre Mirriam Mirsad Mirta Mirte Mirtha
Mirthe Miruna Miryam Mirza Misael Misbah Mischa Mishat Miskolczy Misra Missy Misty Mitali Mitch
Mitchel Mitchell Mitchelle Mitesh Mithat Mithridate Mitică Mitruț Mitrydates Mittie Mituru Mitzy
Miya Miyesser Mizhir Miłosz Mladen Moby Moche Moctar Modibo Modou Mogens Mogyeszt Mohamad Mohamadou
Mohamed Mohamed-Ali Mohamed-Amine Mohammad Mohammed Mohamud Mohan Mohana Mohand Mohd Mohinder Mohini
Moira Moises Moisés Mojżesz Molla Mollie Molly Momanyi Momoko Monalisa Moncho Moni Monica Monicah
Monika Monique Monis Monna Monserrat Monserrate Montel Moos Moqtada Moraa Moreen Morena Morgan
Morgana Morgane Moriah Morine Moritz Morris Morten Mortimer Morton Mory Moses Moshe Mossie Mouctar
Mouhamadou Mouhamed Mouhameth Mouhammadou Mouloud Mounir Mourad Moureen Mourib Mourine Moussa
Moustafa Moustapha Mozell Mozelle Mozes Moïra Moïse Moïsette Moşe Mpho Muammer Muarra Muaviye Muaz
Mucahit Muchiri Muema Mueni Mufide Mugambi Mugdha Mugendi Mugo Mugur Mugurel Muhallil Muhamed
Muhamet Muhammad Muhammed Muhammet Muharrem Muhazzim Muhip Muhiye Muhsin Muhtar Muhyettin Muhyiddin
Muia Muiruri Mujde Mujur Mukadder Mukaddes Mukbile Mukesh Mukhwana Muktedi Muktedir Muktefi Mukul
Muli Mulwa Mulyani Mulyanto Mulyono Mumbi Mumo Mumpuni Munene Mungai Munyao Munyoki Murad Murat
Muratcan Muriel Murielle Muriithi Murilo Murimi Murithi Muriuki Murl Murphy Murray Mursinin Mursita
Murti Musafet Musaffa Musau Musee Musembi Muslih Mustafa Mustapha Mustika Mustofa Musyoka Musyoki
Mutahhar Mutai Mutasım Muteber Mutemed Muthama Muthengi Muthoka Muthoni Muthui Mutia Mutie Mutinda
Mutiso Mutisya Mutluhan Muttalib Mutuku Mutunga Muturi Muvahhide Muyiwa Muzdahir Muzhir Mwanajuma
Mwanamisi Mwangangi Mwangi Mwaniki Mwanzia Mwaura Mwende Mwendwa Mwikali Mwiti Myah Myla Mylan
Mylene Myles Mylo Mylène Myriam Myrl Myrna Myron Myrta Myrtha Myrthe Myrtice Myrtie Myrtille Myrtis
Myrtle Mácsai Máiréad Márcia Márcio Mária Mário Márk Márta Márti Márton Mátyás Máté Märta Märtha
Måns Mårten Médoune Médéric Mégane Mélanie Mélina Méline Mélisande Mélissa Mélissandre Mércia
Mérovée Mészáros Móni Mónica Mónika Móricz Möhsim Mübetcel Mücellib Müesser Müferrih Müfid Müfit
Müge Müjdat Müjde Müjgan Mükerrem Mükramin Mükrüme Mülâyim Mümtaz Mümtaze Münezzer Münif Münir Müret
Mürit Müsemma Müslum Müveddet Müzdad Müzekker Müğber Müşir Müşüre Mădălin Mădălina Mălina Mărculeț
Mărioara Măriuca Mısra Naadir Naail Naajy Naasih Naasir Naathim Naazhim Nabeeh Nabeel Nabhan Nabi
Nabigh Nabih Nabil Nabila Nabin Nachiket Nacho Naci Nacio Nadeem Nadejda Nadeschda Nadeshda Nadhir
Nadia Nadieżda Nadim Nadin Nadine Nadja Nadr Nadège Naeem Nael Naemi Nafasat Nafees Nafesa Nafii
Nafile Nafis Nafiz Nafula Nagabhushanam Nahashon Nahel Nahiara Nahid Nahil Nahla Nahuel Naiara Naib
Naide Naim Nair Naja Najair Najam Najeeb Najib Najla Najwa Nakia Nakip Naksh Nakul Nala Nalan Nalar
Naliaka Nalini Nalân Namık Nana Nanami Nancye Nand Nanda Nandini Nanjala Nanna Nanni Nannie Naoimh
Naoise Naoki Naoko Naom Naomh Naomi Naomie Naomy Naoto Naoufal Naoufel Napoleon Napoleona Naradi
Narayan Narcis Narcisa Narciso Narcisse Nardi Narendra Narhanim Narimane Narinder Narji Nasab Naser
Nash Nasiba Nasim Nasir Nasrullah Nasser Nassim Nasuf Natacha Natali Natalia Natalie Natalija
Natalio Natalja Natalla Nataly Natan Natanael Nataniel Natasa Natascha Natasha Natasja Natasza
Natașa Nate Nath Nathalia Nathalie Nathaly Nathan Nathanael Nathanaël Nathanial Nathaniel Nathen
Natividad Natália Naud Naudet Naura Naveen Navin Nawab Nawal Nawel Nawfel Naya Nayara Nayaret
Nayareth Nayel Nayeli Nayibe Nayil Nayla Nazan Nazaret Nazario Nazariusz Nazary Nazende Nazif Nazim
Nazimet Nazlihan Nazlim Nazlı Nazmi Nazıdil Nazım Naël Naëlle Naïa Naïl Naïla Naïm Naïma Naïs Ndegwa
Nderitu Ndirangu Nduku Ndung'u Ndunge Ndungu Nduta Neal Nebih Nebiha Nebojsa Necat Necati Necdat
Necdet Nechifor Necib Necilal Necip Necla Necmettin Neculai Necva Nedim Nedjma Nedra Neel Neela
Neele Neelie Neelima Neeltje Neema Nefaret Nefeli Nefiye Neftalí Neha Nehemiah Nehip Neider Neil
Neila Nejat Nejdet Nejla Nekesa Nelcy Nelda Nelea Neli Nelia Nelima Nelio Nellea Nelli Nellie Nelly
Nels Nelson Nelsy Nelu Nelya Nemanja Nena Nenad Nene Neoma Neonila Nerea Nereida Nergis Neriban
Nerim Nerlens Nermin Nermine Nesfe Nesim Nesip Neslinur Neslişah Nesrin Nesrine Nestor Netra Nettan
Nettie Neusa Neva Nevaeh Neval Nevenka Nevgin Neville Nevin Nevio Nevise Nevra Nevsal Nevsale Nevzat
Newell Newton Neyla Neyran Nezengül Nezihi Nezize Neïla Neşet Neşrin Ng'ang'a Ngaire Nganga Ngari
Ngigi Ngugi Niall Niame Niamh Nibaldo Nicanor Niccolò Nichifor Nichola Nicholas Nicholaus Nichole
Nicholus Nick Nicke Nicki Nicklas Nicklaus Nickolas Nickson Nicky Niclas Nico Nicoară Nicodemo
Nicodemus Nicodim Nicol Nicola Nicolaas Nicolae Nicolaes Nicolai Nicolaie Nicolaj Nicolas Nicolasa
Nicolaus Nicole Nicoleta Nicoletta Nicolette Nicoline Nicolás Nicon Nicu Niculina Niculiță Nicușor
Nicuță Nicéforo Nicéphore Nida Nidhi Nidia Nidra Niek Niels Niels-Christian Niene Nienke Nieves
Nigar Nigel Nihad Nihal Nihan Niharika Nihat Nika Nikau Nikephoros Niki Nikica Nikita Nikkie Nikko
Niklas Niklaus Niko Nikodem Nikola Nikolai Nikolaj Nikolaos Nikolas Nikolasz Nikolaus Nikolay
Nikolett Nikoletta Nikolina Nikora Nikos Nikołaj Nikołajem Nila Nilam Nilcan Nilda Nilgün Nili
Nilima Nilo Nils Nilson Nimakoah Nimas Nimit Nimrat Nimród Nina Nineli Ningsih Nining Nino Ninon
Ninoska Ninthe Ninó Niouma Niraj Niranjan Nirbhay Nirgül Nirja Niro Nischal Nisha Nitara Nitesh
Nives Nixon Niyaga Niyazi Nizamettin Nizar Niğmet Njagi Njenga Njeri Njeru Njiru Njogu Njoki Njoroge
Njue Njuguna Nnamdi Noah Noam Noami Noan Noar Noelia Noelie Noemi Noemie Noemy Noemí Noham Nohan
Nohora Nolan Nolann Nolberto Nolen Nolhan Noman Nona Nonna Noor Noortje Norah Norbert Norberto
Norbey Nore Norene Norhane Norica Norina Norman Norris Norval Norwood Notburga Noud Nouha Nour Noura
Nourane Nouri Nout Novak Novan Noviana Novita Novák Noâm Noémi Noémie Noël Noëlla Noëlle Noëmi
Nqobile Nrima Nthabiseng Nuala Nubia Nugraha Numan Nuno Nura Nural Nuran Nuray Nurbanu Nurcan Nurda
Nurdeniz Nuretdin Nurettin Nurey Nurgil Nurgül Nurhayet Nuri Nuria Nuriyet Nurkan Nurmelek Nurseda
Nursel Nurseli Nurser Nursim Nurtaç Nurten Nuru Nurul Nurullah Nurveren Nury Nurşan Nusret Nuyan
Nyaboke Nyaga Nyah Nyakundi Nyamai Nyambura Nyana Nyanchama Nyasia Nyawira Nydia Nyikita Nyikolaj
Nynke Nyoman Nyongesa Nzioka Nzomo Nádia Nándor Nátán Néhémie Nélia Nélida Németh Néné Néstor Nóra
Núbia Núria Nüdret Nükhet Nürice Oana Obaid Obdulia Obed Obi-Wan Obioma Ocampo Oceane Ochieng Ocie
Octav Octave Octavia Octavian Octaviana Octavio Octaviu Océane Odalis Odalys Oddbjørg Odelia Odeline
Odell Odette Odhiambo Odhran Odie Odika Odile Odilon Odin Odkanlı Odon Odongo Oduor Odón Oeshi
Ofelia Ofélia Oganer Oger Oguş Oisin Ojas Ojasvi Ojaswini Okan Okanay Okbay Okello Okey Okgüçlü
Okoth Oksana Okseven Okta Oktay Okto Oktüremiş Okumu Okyalaz Okşan Olaf Olaide Olalla Olav Olavi
Olavo Olca Olcay Oldağ Oleg Olegario Olegiem Olek Oleksandr Olen Olena Olesea Oleta Olfert Olga
Olgierd Oliga Olimpian Olimpiu Olin Olivia Olivie Olivier Oliviu Olivér Oliwer Oliwia Oliwier Olle
Olli Ollie Olly Olof Oloo Olov Olufunmi Olumide Oluoch Oluwunmi Oluş Olympe Olívia Omaca Omair
Omaira Omaja Omana Omar Omari Omawunmi Ombeline Ombline Omeir Omer Omisha Omkaar Omolara Omondi
Omran Omya Onat Ondieki Ondine Ondřej Onesmus Ongay Onie Onkar Onofre Onome Onoriode Onufry Onuker
Onurcan Onursu Onveer Onyango Oona Oonagh Oormila Opal Opalina Opaline Opan Opet Ophelia Ophelie
Ophélie Opiyo Opung Oranlı Orbán Orczy Ordoño Orell Orestes Orfelina Orfhlaith Orgün Orhan Oriana
Oriande Oriane Orie Orin Orinder Oriol Orlagh Orlaigh Orlaith Orland Orlane Orlo Ornella Ornette
Orpha Orrin Orsolya Orson Ortansa Ortrud Ortrun Ortwin Orval Orville Orçin Osama Osamu Osbaldo
Osborne Oscar Osha Oskar Osman Osmund Ossama Ossian Osvald Osvaldo Oswald Oswaldo Oswin Otacar Otay
Otfried Otha Othmane Othmar Otho Othon Otieno Otilia Otis Otman Otmar Ottfried Ottilia Ottilie Ottis
Ottmar Otto Ottokar Ottomar Ottona Ottos Ottó Otávio Otón Ouanes Ouma Oumar Oumayra Oumou Oury
Ousmane Oussama Ovidio Ovidiu Oviya Owais Owen OwenJones Owino Owuor Oxana Oymak Ozan Ozana Ozanne
Ozansü Ozella Ozzy Ozzy’ego Oğulbaş Oğurata Oğuz Oğuzhan Oğuzman Ołeksandr Paauwe Pabla Pablito
Pablo Paca Paco Pacôme Paddy Padma Padmi Padraic Padraig Padraigin Pahal Paiman Paker Pakize Paksu
Pallavi Palle Palmira Palémon Pamela Pamfil Panagachie Panait Panca Pancho Pandu Pangestu Panini
Panka Pankracy Panni Pansy Pantaleon Pantelei Paola Paolo Papei Paqui Paradorn Paramartha Paramita
Paraschiva Parascovia Pardi Paresh Parman Parsa Parth Parvati Parvez Pascal Pascale Pascaline
Pascual Pascuala Pasquale Paszterkó Pataki Paterne Pathé Patriarch Patric Patrice Patricia Patricio
Patrick Patrik Patrizia Patrubány Patrycja Patrycjusz Patrycy Patryk Patrícia Patsy Patti Pattie
Patty Paul Paul-Antoine Paul-Arthur Paul-Frédéric Paul-Gerhard Paul-Heinz Paul-Henri Paula Paule
Paulette Paulica Paulien Paulin Paulina Pauline Paulinka Paulino Pauric Pavani Pavel Pavlina Pavlo
Pawel Paweł Pawełek Pawieł Paxton Payidar Payton Peadar Pearce Pearlie Pearline Pearse Peder
Pedrinho Pedro Peggie Peggy Pehlil Pekka Pekkan Pelaghia Pelagia Pelayo Pelin Pelinsu Pembesin Penda
Penelopa Penelope Peng Penina Peninah Pentti Pepa Pepe Pepijn Pepino Pepita Pepito Per-Erik Per-Olof
Per-Otto Perceval Percival Percy Perihan Perinur Peris Perkasa Perla Perlita Permun Pernilla
Pernille Perran Perrine Perry Pertev Pervaiz Perver Pervin Pesent Petek Peter Peter-Michael
PeterDutton Peterem Peterson Petey Peti Petr Petra Petre Petrică Petrișor Petro Petrona Petronela
Petronila Petronille Petros Petru Petrus Petruț Petruța Petter Petula Peyami Peyton Phanice Pharell
Pharrell Phelix Phil Phileas Phileine Philemon Philibert Philine Philip Philipp Philippa Philippe
Philippe-Antoine Philippus Philis Phillip Phillips Philomena Philomène Philothée Philou Philémon
Phoebe Phylis Phyllis Piaras Pierce Pierina Pierluigi Piero Pierre'a Pierre-Alain Pierre-Alexandre
Pierre-André Pierre-Antoine Pierre-Hugues Pierre-Louis Pierre-Marie Pierre-Yves Pierrette Pierrick
Piers Piet Pieter Pieter-Jan Pietro Pili Pinkie Piotr Piotrek Pippa Pirahmet Piraye Pirjo Pirmin
Piroska Pius Pjotr Platon Pleun Pleșu Plinio Plácido Plínio Polikarp Polina Polly Polt Pompilia
Pompiliu Poncio Pontus Pooja Poornima Poppy Porfirio Porfiriusz Porfiry Potito Poul Praba Prabawa
Prabin Prabowo Prabu Prades Prakash Prakosa Pramila Pran Pranata Pranav Pranawa Pranay Praneel
Pranit Prasad Prasanna Prascovia Prasetya Prasetyo Prashant Prathamesh Pratiwi Pratyush Prayag
Prayitna Prayoga Prayogo Preben Predrag Preity Prema Presley Primerose Primož Prisca Priscah
Priscila Priscilla Priscillah Priscille Prisha Priska Prita Prithviraj Priya Priyala Profira Prokles
Prokop Prokul Providenci Prudencia Prudencio Prune Przemek Przemysław Ptolemaeus Ptolemaios Ptolemeu
Publio Puiu Puji Pulchérie Puneet Puput Purificación Purna Purnima Purushottam Purwa Purwadi
Purwanto Pushti Puspa Puspita Puti Putu Pyotr Páll Pánfilo Pécine Pélagie Pénélope Pépin Péter
Pétronille Pétur Póka Públio Pürçek Pătru Pınar Qaadir Qaasim Qabeel Qabil Qadar Qadeer Qadi Qadim
Qahtan Qaim Qais Qamar Qani Qanit Qareeb Qarin Qaseem Qasid Qasif Qasim Qatadah Qawee Qay-yoom Qays
Qori Quadir Qudamah Quddoos Qudoos Queenie Quentin Quentine Quin Quincy Quinn Quinten Quinter
Quintia Quinton Quintus Quinty Quique Quirin Quirino Quitterie Quiéta Qurban Qusay Qushi Qutaybah
Qutb Qutub RADICS Raaghib Raagini Raahil Raakin Raamis Raamiz Raashid Raatib Rabah Rabar Rabb
Rabbaanee Rabbani Rabbi Rabbiye Rabea Rabecca Rabee Rabi Rabiah Rabih Rabit Rach Rachael Rachana
Racheal Rachel Rachela Rachelle Rachid Rachida Rachit Rachita Raci Radamel Radek Radha Radhee
Radhika Radi Radika Radislav Radit Raditya Radmila Radosław Radu Raed Raees Raegan Rael Raewyn
Rafael Rafaella Rafan Rafay Rafaél Rafaël Rafał Rafee Rafeek Rafeeq Rafet Raff Raffael Raffaela
Raffaele Raffaella Rafi Rafia Rafid Rafih Rafik Rafila Rafiq Rageshwari Rageswari Raghav Ragheb
Raghib Ragna Ragnar Ragner Ragnhild Rahab Raharja Rahayu Raheel Raheem Rahel Rahim Rahime Rahiye
Rahm Rahma Rahman Rahmat Rahmawati Rahmi Rahsaan Rahul Rahşan Raif Raihan Raik Raimund Raina Rainer
Raisa Raissa Rajab Rajan Rajana Rajata Rajeev Rajendra Rajeshri Rajina Rajinder Rajiv Rajmund
Rajnold Raju Rakesh Rakide Raksha Rakıp Ralf Ralf-Dieter Ralf-Peter Ralph Raluca Ramaa Ramata
Ramatoulaye Ramaz Ramazan Rameez Ramesh Rameshwar Rami Ramiz Ramon Ramona Ramsés Ramy Ramzi Ramón
Ranbir Randal Randall Randi Randolf Randolph Randy Rangga Rani Rania Ranim Ranjan Ranjeet Ranjit
Ranma Ranomi Ranveer Ranya Raoul Raphael Raphaela Raphaelle Raphaël Raphaëlle Rapulane Raquel Rareș
Rashad Rashawn Rasheed Rasheedah Rashid Rasim Rasmus Rasul Rasz Rati Ratih Ratna Ratthapark Rauf
Raul Raven Ravy Rawane Rawiri Rayaan Rayan Rayana Rayane Rayen Rayla Raymond Raymonde Raymund
Raymundo Rayyan Rayén Razan Raúl Raşit Reagan Reanna Reba Rebeca Rebecca Rebecka Rebeka Rebekah
Rebekka Rebihat Recai Recep Recepali Reece Reese Reeva Refet Refik Regan Reggie Reghina Reginald
Regine Regitse Regitze Reha Rehaan Rehema Rehime Reid Reidar Reidun Reilly Reimar Reimer Reimund
Reinald Reinaldo Reinel Reingard Reinhard Reinhardt Reinhart Reinhild Reinhilde Reinhold Reinier
Rejan Reksa Relu Remazan Remi Remigio Remilekun Remington Remus Remy Remzi Renaat Renan Renat Renata
Renate Renato Renaud Rendy Renee Rengül Reni Rennae Rens Renske Renzo Renáta René Renée Resi Respati
Ressie Restu Resulcan Resûl Resül Retha Retno Rettegett Reuben Reva Revi Revza Rexhep Reyansh
Reybaud Reyhan Reymundo Reyna Reynaldo Reynold Reza Rezin Rezső Rezzak Rezzan Reşat Rhavi Rhea Rhett
Rhian Rhianna Rhianne Rhiannon Rhoda Rhonda Rhys Riad Riadh Rian Riana Ricarda Ricardinho Ricardo
Riccardo Richard Richarda Richardem Richardt Richie Richárd Rick Rickard Rickey Rickie Ricky Ridhi
Ridley Ridwan Rieke Rifat Rigmor Rigo Rigoberta Rigoberto Rikard Rikke Riley Rimma Rina Rinaldo Rini
Rino Rinor Risalet Rishi Risper Rita Ritchie Ritesh Ritt Rivka Riya Riyad Riza Riziki Rizki Rizky
Roald Roan Robb Robbe Robbie Robby Robert Roberta Robertina Roberto Robinson Robyn Rocco Rochdi
Rochus Rocio Rocío Rodah Roddy Roderich Roderick Roderyk Rodger Rodgers Rodica Rodion Rodney Rodolfo
Rodolphe Rodrick Rodrigo Rodrigue Roel Roeland Rogelio Roger Rogera Rogerem Rogers Rogier Rogério
Rohaan Rohan Rohana Rohat Rohit Roise Roisin Rojnu Rokhaya Rokia Roksana Roland Rolande Rolando
Roldán Rolf Rolf-Dieter Rolf-Peter Romanița Romee Romeo Romeu Romina Romuald Romulus Romy Roméo Rona
Ronal Ronald Ronaldinho Ronaldo Ronan Ronith Ronja Ronni Ronnie Ronniego Ronny Rono Rony Ronya
Rooney Roosevelt Rory Rosa-Maria Rosalba Rosalee Rosalia Rosalie Rosalina Rosalind Rosalinda
Rosalinde Rosalva Rosalyn Rosalía Rosamel Rosamond Rosanna Rosaria Rosaura Roscoe Rose-Marie
Roseanna Rosel Roselin Roselinde Roseline Rosella Roselyn Roselyne Rosemarie Rosemary Rosenda
Rosendo Rosetta Rosette Rosi Rosie Rosilene Rosina Rosita Rosl Roslyn Rosman Rosmarie Ross Rossana
Rossie Rostislav Roswita Roswitha Rosângela Rotaru Rotich Rotimi Rotraud Rotraut Rouven Rovana Rowan
Rowena Rowland Roxana Roxane Roxanne Roxelana Roya Royce Roza Rozalia Rozella Rozina Rozália Roșca
Ruairi Ruari Ruben Rubens Rubie Rubiela Ruby Rubye Rubén Rudecindo Rudel Rudolf Rudolfa Rudolph
Rudra Ruedi Rufina Rufino Rufus Ruhide Ruhsar Ruhugül Rukhmani Rukia Rukmin Rumeysa Runa Rune Rupert
Ruperta Ruperto Rupinder Rushil Ruslan Ruslana Rusman Russ Russel Russell Rustam Rusul Ruth Ruthe
Ruthie Ruthild Ruud Ruwaihim Ruxanda Ruxandra Ruzica Ryad Ryan Ryana Ryann Ryder Rylan Rylee Ryleigh
Ryley Ryma Ryohei Ryosuke Rysiek Ryszard Rácz Rákosi Régine Régis Régulo Réjean Réjeanne Réka Rémi
Rémy Révész Róbert Rómulo Róza Rózsahegyi Róża Rúben Rüdiger Rükneddin Rüknettin Rümeysa Rüçhan
Rüşen Rüştü Răducu Răzvan Rıdvan Rıfat Rıfkı Rıfkıye Rıza SAKAI SASAKI Saabir Saad Saadat Saadiq
Saafir Saahir Saaiq Saajid Saalih Saalim Saanvi Saaqib Saariyah Sabahat Sabaku Saban Sabas Sabbir
Sabeeh Sabi Sabih Sabihe Sabil Sabin Sabine Sabiq Sabir Saboor Sabri Sabrina Sabrine Sabryna Sabur
Saburah Sacha Sachi Sachin Sacid Sada Sadan Sadaqat Sadat Sadberk Saddam Saddama Sadeed Sadeti
Sadettin Sadhana Sadi Sadie Sadik Sadina Sadio Sadittin Sadiye Sadri Sadullah Sadye Saera Safa Safae
Safet Saffet Safia Safiatou Safina Safinaz Safira Safiya Safiétou Safouan Safouane Safta Safura
Sagar Sahin Sahir Saida Saidi Saiful Saige Saim Sairah Saire Sakina Sakip Saksham Saleh Salif Salih
Salim Salima Salimah Salimata Salimatou Salimet Saliou Salkın Sallie Sally Salma Salman Salome
Salomea Salomey Salomon Salomé Salomë Salsabila Salurbay Salvatore Salwa Salwator Saly Samahat
Samaksh Samama Samanta Samantha Samarth Samed Sameer Samesh Samia Samiah Samih Samim Samir Samira
Sammie Sammo Sammy Samson Samsul Samu Samuel Samuele Samuil Samurtay Samuël Samwel Samy Sanaa
Sanavber Sanaya Sanche Sancho Sanctitatea Sanda Sandalio Sandeep Sander Sandon Sandor Sandra
Sandrine Sandro Sandu Sanela Sanem Sanford Sania Sanije Sanja Sanjay Sanka Santina Santino Santosh
Sanur Sanya Sanyi Sançar Saoirse Saood Saphira Sara Sarada Sarah Sarah-Jane Sarah-Louise Sarai
Sarala Saraswati Sargın Sarina Sarisha Sarita Sarla Saroja Sarpkın Sarra Sarthak Sartika Sarvin
Sarya Sarıcabay Sasa Sascha Sasha Saskia Sathvik Satine Satish Satomi Satoshi Satrettin Saturnina
Saturnino Satya Satyen Satıa Saud Saul Saumu Saumya Sava Savak Savanah Savanna Saverio Saveta Savi
Savin Savina Savinien Savion Savni Savoyai Savva Sayrak Sayuri Sayın Saèr Saïd Saúl Sağcan Sağıt
Saʿd Scarleth Scarlett Scarlette Scholastique Scot Scott Scottie Scotty Sead Seamus Sean-Paul Seana
Seanan Seaneen Seanna Sebas Sebastiaan Sebastian Sebastien Sebastián Sebattin Sebestyén Sebigül
Seblâ Seckou Sedat Seden Sedife Sedrick Seeley Seema Seff Seghei Segismundo Seha Sehel Seher Seija
Sejda Sekinat Sekou Selahaddin Selahattin Selaheddin Selami Selatin Selcen Selda Selen Selena Seler
Selim Selime Selina Seline Selma Selmer Selmin Selvi Selyan Selâtin Selène Sema Semat Semenica Semih
Semine Semion Semir Semjon Semra Semrin Senad Senay Sencar Seniha Senn Senna Senne Senol Seona
Sephora Sepp Seppe Septi Seracettin Serafim Serafima Serafin Serafina Serafín Serah Seraina Serap
Serbülent Serda Sereina Seren Serena Serezli Serfinaz Serge Sergei Sergej Sergen Sergey Serghei
Sergio Sergiu Sergiusz Sergueï Serguéi Serhatmehmet Serhij Serhiy Serine Serj Serkan Serma Sermet
Sernur Serol Serpil Sertap Sertaç Servinaz Sessa Seth Settar Setya Seval Sevcan Sevdinar Seve
Severiano Severina Severino Sevgen Sevginur Sevican Sevil Sevilay Sevim Sevindik Sevla Sevsevil
Sevtap Seweryn Sextus Seydo Seydou Seyfettin Seyfi Seyfullah Seyithan Seynabou Seyyid Seyyide Seyyit
Sezal Sezer Sezginbaş Seçgül Seçil Shaban Shad Shadrack Shahar Shaina Shakila Shakira Shakti
Shakuntala Shalewa Shana Shane Shanel Shanelle Shani Shania Shanice Shanie Shaniya Shankar Shanna
Shannan Shannen Shannon Shanny Shanon Shantanu Shanti Shany Sharda Shari Sharlene Sharmila Sharon
Shashi Shashikala Shaun Shauna Shauneen Shaurya Shawn Shawna Shay Shayan Shaylee Shayma Shayna
Shayne Shaz Shaï Shaïly Shaïma Shaïna Shea Sheela Sheena Shehla Sheikh Sheila Sheilah Sheilla
Sheillah Shel Sheldon Shelia Shelley Shelly Shellz Shem Shemar Sher Sheree Sheri Sheridan Sherine
Sherly Sherman Sherri Sherry Sherwood Sheryl Shilpa Shimon Shingo Shirel Shirine Shirisha Shirley
Shiv Shivakari Shivani Shivansh Shlomo Shoaib Shobhana Shohei Shona Shota Shpresa Shqipe Shravya
Shresth Shresthi Shreya Shreyashi Shridevi Shrishti Shristi Shubha Shubhaprada Shuichiro Shwet
Shyann Shyanne Shyrel Sian Siana Siara Sibel Sibilla Sibille Sibyl Sibylla Sibylle Sidar Siddarth
Siddharth Siddhartha Siddhi Siddhran Sidiq Sidki Sidney Sidoine Sidonia Sidonie Sidra Sidy Siebe
Siegbert Siegfried Sieghard Sieglinde Siegmar Siegmund Siegrid Siegried Siegrun Siegward Siem Sienna
Siep Siergiej Sifuna Sigebert Sigfrid Sigfrido Sigfried Sigge Sigismond Sigismund Siglinde Sigmar
Sigmund Sigourney Sigrid Sigrun Sigurd Sigvard Sihem Siim Silanur Silas Silja Silje Silke Sille
Siloe Silva Silvan Silvana Silvano Silvester Silvia Silvian Silviana Silvio Silviu Silvère Simas
Simber Simea Simen Simeon Simge Simicska Simina Simion Simisola Simiyu Simon Simona Simone Simonne
Simten Siméon Simón Sinaida Sinan Sindre Sindy Sinead Sinem Sinică Sinisa Sinja Sinta Sintia Siobhan
Siofra Sione Sira Siri Sirine Sirineu Siro Siré Siska Sissel Sissy Sitara Sittik Sivert Sixte Sixten
Sixtine Sixto Sixtus Siënna Sjaak Sjoerd Sjors Skander Skender Skye Skylar Sladjana Slamet Slavica
Slavisa Slavko Slawomir Sloane Slobodan Sloka Smaranda Smilla Smokey Smriti Sname Sneha Sneider
Snejana Snezana Snoop Soan Sofi Sofiane Sofie Sofija Sofía Sohan Sohane Sokhna Solal Solbritt Soleh
Solenn Solimán Soline Solma Solomon Solon Solveig Solvej Solène Somnath Somu Sonad Sondre Songurkan
Songül Sonia Sonja Sonnur Sonny Sonnym Sonya Soof Sophia Sophie Sophie-Louise Sophie-Marie Sophy
Soraia Sorana Soraya Sorcha Soren Sorin Sorina Sorinel Sosimo Sotaro Souad Soufiane Souleyman
Souleymane Soulja Souma Soumaya Soumia Sowcar Soydaner Soykan Soykut Soyselçuk Spencer Spike
Spirydion Stacey Staceylee Stacie Stacy Staffan Stana Stanca Stancu Stanislas Stanislaus Stanislav
Stanislaw Stanisław Stanisława Stanley Stanton Stasiek Staszek Stavros Steeve Stef Stefaan Stefan
Stefani Stefania Stefanie Stefano Stefanus Steffe Steffen Steffi Stefán Steinar Stelian Steliana
Stellah Stellan Steluta Steluța Stepan Stepanida Steph Stephan Stephane Stephania Stephanie Stephany
Stephen Stephene Stephenie Stephon Sterling Sterre Steve Steven Stevena Stevie Stian Stijn Stina
Stine Stipe Stiven Stjepan Stuart Sture Stéphan Stéphane Stéphanie Suat Subash Subhash Subhashini
Subhasini Subhi Subodh Subutiye Sucheta Sude Sudeva Sudi Sudiksha Suhani Sujata Sukanya Sulastri
Suleiman Sulhi Sultane Sumayyah Sumeet Sumitra Sunay Sunel Sunil Sunita Sunneva Sunniva Suphi Suraj
Suresh Sururi Suryakant Suryakanta Suryakantam Suryani Susan Susana Susanita Susann Susanna Susannah
Susanne Suse Sushant Susheel Sushil Sushma Susi Susie Susilo Sussanne Sussie Suus Suzan Suzana
Suzanna Suzanne Suze Suzie Suzon Suzy Suélen Svante Sveatoslav Svein Sveinung Sven Sven-Erik
Sven-Olof Svend Svenja Svenne Svenning Sverre Svetlana Svetoslav Svitlana Swaleh Swami Swann Swantje
Swapnil Swara Swarnalata Swassane Swen Sweta Swetlana Swietłana Swizz Syahrini Syahrul Sybilla
Sybille Syble Sydnee Sydni Sydnie Sylivia Sylke Sylvain Sylvan Sylvana Sylvester Sylvestre Sylvia
Sylviane Sylvianne Sylvie Sylvio Sylwester Sylwia Synne Syrine Syukuran Szabolcs Szachar Szakály
Szalai Szaso Szavo Szczepan Szekeres Szergej Szijjártó Szilveszter Szilvia Szofi Szofia Szonja Szota
Szun Szvetoszláv Szymek Szymon Szymona Szófia Sámuel Sándor Sára Sári Sâkıp Sânziana Sébastien
Ségolène Sékou Séléna Séraphin Sérgio Sérine Séréna Séverin Séverine Sílvia Sócrates Sónia Sökmen
Sönke Sören Sözer Søren Sørine Sücaettin Süha Süheyda Süheyl Süheyla Sükrü Süleyla Süleyman Sümerya
Sümeyye Süner Süsen Sütő Süzer Săndel Sıdkı Sıla Sırriye Sıtkı Sıylıhan Sławomir TOKUGAWA TOLLÁR
TOLNAI Taahaa Taahir Taaj Taalib Taamir Taanish Taariq Tabassum Tabea Tabish Tabita Tabitha Taceddin
Taciddin Tacjana Tadas Tadeen Tadek Tadeo Tadeusz Tadeusza Tafazal Tagangül Taha Tahar Tahaw-wur
Tahawwur Taheem Tahir Tahlia Tahmaseb Tahmeed Tahmid Tahoor Tahseen Tahsin Taial Taib Taichi Taimur
Taine Tainá Taisia Taisir Tajammal Tajammul Tajudinn Takashi Takayuki Takeshi Takuma Talal Talay
Talayer Talea Talha Talhah Talia Talib Talibe Talip Talita Talya Tamanna Tamara Tamati Tamaydın
Tamer Tami Tamia Tamina Tamino Tammie Tammo Tammy Tamás Tamási Tanak Tanay Tanbay Tancrède Tandoğdu
Taner Tangaroa Tanguy Tangül Tanhan Tania Tanirika Tanish Tanja Tanju Tanmayi Tanner Tanpınar Tanses
Tansev Tansığ Tantri Tanushree Tanushri Tanveer Tanvi Tanyeli Tanyolaç Tanyu Tapani Tapio Tarancı
Taras Tarfaan Tarja Tarjei Tarkan Tarlós Taro Tarso Tartış Tarun Taryn Tarık Tasdik Tasha Tasnim
Tasnime Tassilo Tassos Taswir Tathiana Tati Tatiana Tatiane Tatjana Tatsuya Tatu Tatum Tatyana
Taufan Taufik Taument Taurean Taurin Tavares Tawkeel Taya Tayaydın Tayfun Taygan Tayla Taylak Tayler
Taylor Tayyar Tayyibe Tayyip Taçnur Taïna Taïs Taşar Taşkan Tchéky Teagan Teber Tecimer Tecla Teddy
Tedi Teea Teerth Tegan Teije Tejas Tejs Tekbay Tekecan Tekin Tekinalp Tekiner Tekla Teknaz Teksoy
Telim Telmo Telse Temime Temirhan Temitope Temizkal Temuçin Tengku Tenvir Tenzin Tenzing Teobaldo
Teodor Teodora Teodorico Teodoro Teodosia Teodosio Teofil Teohari Teoman Teona Tercan Terence
Terencjusz Teresa Terese Teresia Teresiah Teresita Tereska Teri Terina Terje Terlan Terrance Terrell
Terrence Terri Terrill Terry Terry'ego Tertuliano Teréz Terézia Tesnim Tesnime Tess Tessa Tessie
Tetiana Tetsuya Teun Teunis Teuta Tevfik Tevhid Tevin Tevs Teybet Tezcan Tezel Tezer Tezol Teófila
Thad Thaddeus Thaddäus Thais Thalea Thales Thalia Thanasi Thandie Thanina Thaís Thaïs Thea Theda
Thekla Thelma Thelonious Theo Theobald Theodoor Theodor Theodora Theodore Theodoro Theodoros
Theodosius Theofanis Theophane Theophil Theophile Theophilus Theotime Theresa Therese Theresia
Theron Therèse Therése Thiago Thiaguinho Thiare Thibaud Thibault Thibaut Thibert Thibo Thiemo
Thierno Thierry Thies Thije Thijmen Thijn Thijs Thilo Thinhinane Thirza Thom Thomas Thomasa Thomás
Thor Thora Thoralf Thorben Thorbjørn Thore Thorge Thorsten Thuo Thure Thurman Théa Théo Théodora
Théodore Théodose Théophane Théophile Théophraste Thérèse Thököly Tiago Tian Tiana Tianna Tiare
Tiarna Tiarnan Tibbe Tibe Tiberia Tiberiu Tiberius Tibi Tibo Tibor Ticen Tidiane Tiegan Tieme
Tiernan Tiffany Tigran Tiguida Tijl Tijmen Tijn Tijs Tilda Tilde Tilio Tilla Tillman Tillmann Tilly
Tilman Tilmann Tilo Timbul Timea Timeo Timm Timmothy Timmy Timo Timofei Timoléon Timon Timotei
Timoteo Timothe Timothee Timothy Timothée Timurtaş Timéo Tinca Tincuța Tineke Tinne Tino Tinu
Tiphaine Tirdad Tiril Tirta Tirtayasa Tirza Tishk Titi Titien Titilayo Titilope Titin Tito Titouan
Titu Titus Tivadar Tizian Tiziana Tiziano Tiğin Tjarda Tjark Tobbe Tobben Tobi Tobias Tobiasz
Tobiloba Tobin Todd Todor Toke Toker Toktuğ Tokugawa Toköz Tola Tolga Tolonbay Tolunay Toluwani
Tomasa Tomasz Tomaszem Tomek Tomi Tomiloba Tomislav Tomke Tommaso Tommie Tommy Tommym Tomokazu
Tomoya Tomàs Tomás Tomáš Toney Tonguç Toni Tonicha Tonico Tonio Tonje Tonnin Tonny Tonya Topuz Tora
Toralf Torben Torbjörn Torbjørn Tord Torey Torgeir Torgny Torgyán Torhan Tori Toribio Torill
Toroczkai Torok Torrance Torrey Torsten Toshinari Toussaint Tova Toño Toğan Tracie Tracy Traian
Trajan Traude Traudel Traudl Traugott Travis Travon Trayvon Tremaine Tremayne Trenta Tressa Tressie
Treva Trever Trevion Trevor Trey Tricia Trilochan Trilochana Trilok Trilokanath Trilokesh Triloki
Trine Trini Tripti Trisha Tristan Tristian Tristin Triston Tristán Tristão Triveni Triya Troels
Trofim Trond Troy Trude Trudel Trudi Trudie Trycia Trygve Trystan Trịnh Tsabita Tsipora Tsui Tsuma
Tsuneyasu Tsushima Tuana Tuanku Tuba Tudhaliji Tudor Tudora Tudorel Tudorița Tudosia Tufan Tugiman
Tuhfe Tule Tulia Tulio Tully Tulun Tunahan Tunay Tuncay Tunguç Tunçboğa Tunçer Tunçkılıç Turabi
Turan Turcein Turgay Turgut Turhan Turid Turner Turold Turvi Tushar Tutkucan Tutkun Tuulikki Tuur
Tuva Tuğba Tuğcan Tuğrul Tuğrulhan Tuğtaş Tuğtekin Tuğçe Twan Twila Tybalt Tycho Tygo Tyla Tyler
Tymeo Tymon Tymoteusz Tyra Tyree Tyreek Tyreke Tyrel Tyrell Tyrese Tyrique Tyron Tyrone Tyshawn
Tyson Tálas Tânia Tímea Tóth Törel Tükelalp Tülay Tülin Tümer Tümkurt Tünde Türabi Türcan Türkalp
Türkan Türkay Türker Türkeş Türknur Tüzeer Tüzenur Tınal Tınas Ubaadah Ubadah Ubaid Ubaidah Ubaldo
Ubay Ubayd Ubaydullah Uberlinda Ubeydullah Ubika Ucchal Uchita Ucugi Udai Udant Udarsh Uday Udin
Udit Udyati Ueli Uffe Ufuk Ufukay Uhban Uhra Ujjawal Ujjwal Ukbe Ulakbey Ulaş Ulfat Uliana Ulices
Ulises Ulla Ulla-Britt Ullrich Ulrica Ulrich Ulrik Ulrika Ulrike Uludağ Uluman Ulutay Uluğbey Ulva
Ulvi Ulviye Ulya Ulysse Umaarah Umair Umang Umar Umay Umaya Umberto Ummahani Umman Umuralp Umutcan
Umuşan Undine Unjani Unnati Upadhriti Upasna Upendra Upik Upkaar Upma Uraltay Urhan Uriah Uriel
Urishilla Urmi Urmila Urrab Ursel Ursina Ursula Ursule Urszula Urte Urvashi Urvi Usain Usame Uschi
Usha Ushan Usman Usyi Utkarsh Utku Utkucan Uttam Uyanser Uygu Uzbay Uzodimma Uzsoy Uçbeyi Uğan
Uğurkan Uğurtan Vacibe Vada Vadim Vafir Vahar Vahdet Vahid Vahide Vahittin Vahâ Vaidehi Vaijayanthi
Vaijayanti Vaishnavi Vaishno Vaishvi Vajèn Valary Valborg Valdas Valdemar Valdir Valentijn Valentim
Valentin Valentina Valentinian Valentino Valentín Valeri Valeria Valerie Valerii Valerij Valerio
Valeriu Valero Valery Valeska Valkusz Vallary Vallie Valon Valter Valtteri Valère Valéria Valérie
Valéry Vamakshi Vance Vanda Vanesa Vanessa Vania Vanja Vansha Vanya Varalakshmi Varenya Varga Vargın
Varsha Varvara Vasana Vasanti Vasatika Vasil Vasile Vasili Vasilica Vasilică Vasilie Vasilina
Vasilisa Vassili Vassilios Vasudev Vasudeva Vasudha Vasundhara Vaszary Vaughan Vaughn Vaysal
Veaceslav Vecdi Veceaslav Veceslav Vecide Vedad Vedang Vedanga Vedanshi Vedant Vedat Vedhika Vedika
Veer Veerle Vefia Vefik Vega Vegard Vehbi Veis Velda Veli Velitdin Vella Velma Velva Venance Vencel
Venceslas Venceslás Vendel Vendela Veniamin Vera Verda Verdie Verena Veres Vergie Vergiliu Verginia
Verlie Verna Verner Vernice Vernie Vernon Vernor Vero Veronica Veronicah Veronika Veronique Verónica
Vesa Vesna Vesper Vesta Vetle Veysel Veysi Vezat Vezrife Vianney Vibeke Vica Vicenta Vicente
Vicenția Vicențiu Vicki Vickie Vicky Victor Victoriano Victorien Victorin Victorino Victória Vidal
Vidar Vidhi Vidhur Vidhya Vidur Vidya Vieve Viggo Vigile Vihaan Vijay Vijaya Viki Viktor Viktória
Vildan Vildane Vilgot Vilhelm Vilhelmina Villads Villy Vilma Vilmer Vilmos Vimal Vimala Viman Vinay
Vinaya Vincent Vincentius Vincenza Vincenzo Vincențiu Vinciane Vini Vinicio Vinicius Vinko Vinny
Vinsen Vinz Vinzenz Vinícius Violeta Violetta Violina Viorel Viorela Viorelia Viorica Virgie Virgil
Virgile Virgilio Virgiliu Virginie Virman Visarion Vishnu Vishwamitra Visitación Vitali Vitalia
Vitalie Vitalii Vitalina Vitalis Vitaly Vitantonio Vitas Vitor Vittore Vittorio Vitus Vivaan Viveka
Vivi Vivian Viviana Viviane Vivianne Vivien Vivienne Vizeli Vizeliné Vjollca Vlad Vlada Vladilena
Vladimer Vladimir Vladimír Vladimíra Vladislao Vladislau Vladislav Vladislava Vladlen Vladlena Vlado
Vlagyimir Vlaicu Vlora Vlădelina Voichița Voicu Vojislav Volker Volkhard Volkmar Vologases Vona
Vreneli Vreni Vrinda Vrishti Vritti Vroni Vrund Vsevolod Vuslat Vyanjana Vyas Vámos Vâlâ Vânia Véro
Véronique Víctor Víktor Vítor Vörösmarty Věra Waahid Waail Waajid Wachira Wacław Wacława Wadada Wade
Wadee Wadi Wadood Wael Wafa Wafae Wafeeq Wafi Wafiq Wafula Wahab Wahb Wahban Waheed Wahhaab Wahhaaj
Wahyu Waida Waimarie Wainaina Waino Wairimu Wakeeta Wakiman Walburga Waldemar Waldo Waldtraut Wale
Waleed Walentin Walentina Walenty Walentyn Walentyna Waleran Waleri Waleria Walerian Walerij Walery
Walfried Walgierz Walid Walker Wallace Walli Wally Walter Walther Walton Waltraud Waltraut Waltrud
Waluyo Waly Wamalwa Wambua Wambugu Wambui Wanda Wandrille Wanesa Wangari Wangila Wangui Wani Wanja
Wanjala Wanjiku Wanjiru Wanjohi Wannes Wanyama Wanyonyi Warcisław Warda Wardaya Wardi Warhi Warinder
Warjas Warji Warley Warre Warren Warsa Warsita Warteres Warwick Wasilij Wasilija Wasis Wassil
Wassili Wassily Wassim Wati Watika Watson Wava Wawan Waweru Wawrzyniec Wayan Waylon Wayne Wazir Waël
Webster Weddy Weena Weiping Wekesa Weldon Wenceslao Wenche Wencke Wende Wendelin Wendell Wendolin
Wendy Wenke Wenzel Wera Werner Weronika Wesley Wesna Wesonga Wessel Westley Whitney Wibke Widisha
Widodo Widya Wiebke Wieland Wierą Wiesiek Wieslaw Wiesław Wieteke Wigbert Wikitoria Wiktor Wiktoria
Wiktoryja Wilber Wilbert Wilbur Wilburn Wilder Wilford Wilfred Wilfredo Wilfrid Wilfrido Wilfried
Wilfriede Wilfryd Wilhelm Wilhelmina Wilhelmine Wilhelms Wilhelmus Willard Wille Willem Willemijn
Willfried William Williama Williams Willian Willibald Willibert Willie Willis Willow Willy Wilma
Wilman Wilmar Wilmer Wilson Wilton Wiltrud Wincentego Wincenty Winda Winfield Winfred Winfried
Winifred Winni Winnie Winnifred Winona Winston Winstona Wira Wirda Wiremu Wishi Wisnu Wissam Wissem
Witalij Witalis Witold Witolda Wjatscheslaw Wladimir Wladislaus Wojciech Wojciecha Wojtek Woldemar
Wolf-Dieter Wolf-Dietrich Wolf-Rüdiger Wolfgang Wolfhard Wolfi Wolfram Wolha Wong Wout Wouter
Wołodymyr Wriddhish Wridesh Wulan Wulandari Wulf Wyatt Wyclef Wycliff Wycliffe Wyman Wálter Władimir
Władimirem Władysław Władysława Władysławowi Włodzimierz Włodzimierza XIII Xalak Xanana Xande Xander
Xaver Xavi Xavier Xavière Xenia Xenija Ximena Xiomara Xiti Xobeen Xochitl Xosé Xzavier Xénophon
Yaaseen Yachana Yacine Yacouba Yadavi Yadhira Yadid Yadigar Yadira Yael Yafi Yafir Yaghnam Yagnesh
Yago Yahia Yahvi Yahya Yahyaa Yahşi Yahşikan Yair Yaiza Yakubu Yalazabay Yalgın Yaltırak Yalçın
Yaman Yamar Yameen Yamid Yamile Yamilet Yamileth Yamin Yamina Yamini Yanara Yance Yanet Yaneth Yango
Yanick Yanik Yanina Yanira Yanis Yann Yanni Yannic Yannick Yannik Yannis Yanti Yanto Yaqeen Yaqoot
Yaqub Yarah Yaren Yaretzi Yaritza Yaro Yaron Yaroslava Yasaar Yasan Yaseen Yasemen Yasemin Yash
Yashasvi Yashawini Yashem Yashica Yashoda Yashodhara Yashvi Yasin Yasir Yasmeen Yasmin Yasmina
Yasmine Yasmín Yasna Yasser Yassin Yassine Yassir Yasti Yasuhiro Yathrib Yatin Yauvani Yavuz Yawar
Yawer Yayak Yazeed Yazganalp Yazgül Yazid Yazmin Yazmín Yaël Yaëlle Yağın Yağız Yağızkurt Yaşattin
Yecid Yeferson Yehudi Yeimy Yeison Yekbun Yekda Yekta Yelda Yelesen Yeliz Yeneral Yenifer Yenny
Yenthe Yeny Yepelek Yeraz Yergha Yerko Yerson Yertan Yesenia Yesica Yesid Yesoob Yessenia Yessi
Yessica Yetişal Yetkin Yetta Yevgeny Yezid Yeşim Yfke Yigit Yilmaz Yina Yineth Yinthe Yiğit Ylan
Ylenia Ylva Ylvi Ylvie Yngve Yngwie Yoan Yoann Yoav Yocelyn Yochana Yoel Yogendra Yogesh Yogi
Yoginder Yohan Yohana Yohann Yoichi Yoko Yolal Yolande Yolima Yona Yonatan Yonathan Yoni Yono Yordan
Yoro Yoruç Yosef Yoselin Yoshiko Yoshita Yoshito Yosma Yosra Yossef Yosuke Yosun Youba Youcef Youmna
Youna Younes Youness Younès Youp Youri Yousef Yousra Youssef Youssou Youssouf Youssouph Youssoupha
Yoweri Yoyo Yoël Yrsa Ysaline Ysee Yseult Ysée Yudy Yuen Yuki Yuli Yulia Yuliana Yulieth Yuliya Yuly
Yumi Yumiko Yuna Yuni Yunis Yunita Yunt Yurani Yurany Yurdanur Yurdaser Yureed Yuri Yuridia Yurika
Yuriy Yurtgüven Yurtseven Yury Yussuf Yusuf Yuta Yutika Yutog Yuvraj Yvan Yven Yves Yves-Marie
Yvette Yvon Yvonne Yánnis Yésica Yéssica Yücel Yücelen Yüksel Yümni Yümun Yılma Yılmaz Zaafir Zaahid
Zaahir Zaakir Zabir Zablon Zacarías Zach Zacharia Zachariah Zacharias Zachariasz Zacharie Zachary
Zachery Zaché Zackariya Zackary Zackery Zadie Zadig Zaeem Zaenab Zafar Zafeer Zafir Zafrul Zagyva
Zahaar Zahar Zaharia Zaheer Zahfer Zahi Zahid Zahide Zahir Zahra Zahri Zahrun Zahur Zaib Zaid Zaida
Zain Zainab Zainabu Zainal Zaira Zaitra Zakaria Zakariya Zakary Zakarya Zakayo Zaki Zakir Zakk
Zaliha Zalindra Zalán Zamfir Zamfira Zamir Zamira Zana Zander Zane Zansi Zara Zarah Zaraza Zaria
Zarna Zashil Zauqi Zaweel Zayan Zayd Zayn Zayneb Zayyan Zayyir Zbigniew Zbyszek Zdenka Zdeno Zdravko
Zdzisław Zebirce Zeca Zechariah Zeferino Zeger Zehaan Zehnia Zehra Zehranur Zeinab Zejnep Zekai
Zekayi Zekeriyyâ Zekiye Zelaya Zelda Zelha Zelie Zeliha Zeljko Zella Zelma Zemzem Zena Zenia Zennun
Zeno Zenobia Zenon Zenovia Zente Zephyr Zerafet Zerdad Zeride Zerrin Zetta Zevlüde Zewad Zeyd Zeynab
Zeyneb Zeynel Zeynelabidin Zeynep Zeyno Zezinho Zezé Zhang Zheng Zhou Ziad Ziggy Zihnî Zilfa Zilmil
Zimran Zinaida Zinal Zineb Zinedine Zinnure Zinovia Zipporah Zita Ziva Ziver Ziya Ziyad Ziyaettin
Ziyanda Ziyâd Zizi Zlatko Zofia Zohra Zoia Zoie Zoila Zola Zoli Zoltan Zoltán Zora Zoraida Zoral
Zoran Zorica Zorina Zorka Zosia Zoéva Zrínyi Zsanett Zselyke Zsemlye Zsigmond Zsolt Zsombor
Zsuzsanna Zsuzsi Zsófi Zsófia Zubeyde Zubin Zuccarello Zula Zulaikha Zulema Zulfa Zulfikar Zulma
Zunilda Zuwayhir Zuzana Zuzanna Zuzia Zyad Zygmunt Zygmunta Zâfir Zâhit Zélie Zénó Zéphirin Zétény
Zöhrehan Zübeyde Zübeyr Züfer Zühal Züheyla Zülal Zülbiye Züleyha Zülfikâr Zülfüye Zülgarni Zümre
Zümrüt Àlex Ábel Áder Ádám Ágata Ágatha Ágnes Ákos Álex Álvaro Ámbar Ángel Ángela Ápio Ármin Árpád
Áurea Âdem Âlemşah Âmir Ângela Ângelo Änne Åbjørn Åshild Åsmund Åsne Çabdar Çablı Çabuş Çakar
Çakırca Çalapkulu Çaltı Çalım Çamok Çandarlı Çankız Çapkan Çavuldur Çağa Çağan Çağatay Çağla Çağlar
Çağlasın Çağlayan Çağru Çağrıbeğ Çağrıhan Çağrıtegin Çağveren Çağıl Çelem Çelen Çelikkan Çelikyürek
Çemen Çemgen Çerçi Çetin Çetinel Çetiner Çetinsu Çeviköz Çevregül Çeykün Çeşminaz Çilay Çilenti
Çiler Çilga Çimen Çinerk Çise Çisem Çisil Çiçem Çişem Çobulmak Çocukbörü Çokan Çokramayul Çolman
Çolpan Çopur Çoğay Çölü Çıdal Çıgıl Çıngır Çıvgın Éder Édgar Édith Édouard Éleuthère Élia Éliane
Élias Élie Élisabeth Élise Élisée Élodie Éloïse Élton Élzéar Éléna Éléonore Émeline Émeric Émile
Émilie Émérance Émérencie Énora Épiphane Éric Érica Érico Étienne Évangéline Évariste Évelyne Évrard
Ígor Íngrid Íris Ísis Ítalo Íñigo Óliver Óscar Óscara Ökkaş Öktürk Ömer Ömriye Öncel Önel Öngen
Önsal Örfiye Örik Örjan Öryürek Östen Övün Özakan Özalpsan Özaslan Özay Özbay Özbilek Özbilge Özcan
Özdal Özdil Özdoğdu Özer Özerdinç Özertem Özge Özger Özhan Özinal Özkan Özkent Özkutlu Özlem Özlen
Öznur Özokçu Özpetek Özpınar Özsözlü Öztek Öztürk Özyurt Özçam Özüdoğru Öğet Øivind Øjvind Ørjan
Ørni Øvli Øystein Øyvind Úrsula Übeydullah Ülfet Ülgen Ülkü Ülküdeş Ülküm Ümmahan Ümmet Ümmiye Ümmü
Ümmühan Ümran Ümray Ünal Ünek Ünlen Ünsel Ünseli Ünsever Ünübol Ürfettin Ürper Üsame Üzer Üzeyir
Üçgül Ğanim İbrahim İclal İdil İdiris İdris İffet İgor İhsan İhvan İkbal İkeme İkiçitoyun İkrime
İlalmış İlayda İlbek İlbey İlbilge İldem İldeş İldike İlgegü İlhami İlhan İlkay İlkben İlker İlkim
İlklima İlknur İlksen İlkyaz İlmafer İlper İlsu İlteriş İlyas İmge İmran İmrem İmren İmrihan İnançlı
İncifir İntihap İrem İrinç İrinçköl İrtiş İsak İskender İslime İsmail İsmet İsra İtil İvan İvecen
İyiyürek İzel İzgü İzzet İzzettin İçimbike İşcan Łazarz Łeonid Łucja Łukasz Şaban Şabettin Şadan
Şadıman Şafii Şahap Şahat Şahdiye Şahinalp Şahinbey Şahinder Şahmettin Şahnuray Şahsuvar Şahsüvar
Şahıgül Şakir Şali Şamiha Şamil Şanlı Şarani Şavki Şayan Şazime Şebnem Şecaeddin Şefik Şefiye
Şehamet Şehlevent Şehrazat Şehreban Şehza Şekim Şelale Şelâle Şemsettin Şemsi Şemsinisa Şenay
Şendoğan Şener Şengül Şenkal Şennur Şenol Şerafeddin Şerafettin Şerman Şermin Şevket Şevketfeza
Şevki Şevval Şeyban Şeyda Şeyma Şide Şihab Şihabeddin Şilan Şinasi Şirivan Şuayp Şule Şâfi Şükri
Şükrü Şüküfe Żaneta Șerban Ștefan Ștefana Ștefania ʿAbd ʿAbdallāh Аалтонен Абдуллаев Абдусаламов
Авдей Аверкий Аверьян Авксентий Авром Автоном Агап Агата Агафон Агафья Аггей Адама Адамович Адамс
Адриан Азарий Айару Айбек Айгерім Айгүл Айдана Айдарбек Айдос Айжан Айзат Айнұр Айсұлу Айтмұхамед
Айымгүл Аким Акулина Алевтина Александр Александра Алексей Ален Алиев Алина Алла Аллен Алмаз
Альфредо Алёна Алёша Амангелді Аманжол Амвросий Амос Ананий Анар Анастасия Анатолий Ангела Ангелина
Андерсон Андрей Андрон Андроник Андрюха Анечка Анжела Анжелика Аникей Аникита Анисим Анна Антип
Антон Антонин Антонина Антонов Аполлинарий Аполлон Арай Ардақ Арефий Ариас Аристарх Ариф Аркадий
Армстронг Арнолд Арсен Арсений Артамонов Артем Артемий Артемьев Артур Артём Архип Арчер Арыстанбек
Асан Асель Асет Аскольд Асхат Аткинс Афанасий Афанасьев Афанасьева Афиноген Ахмет Аяулым Ақбота
Ақерке Ақмарал Ақсәуле Бабич Бажен Балжан Балкененде Баллард Балсана Барретт Бартон Батлер Бауыржан
Бауэр Бахтияр Бағдат Бақтыбай Бақытжан Бекболат Бекзат Белл Белоусов Беннет Бердібек Березовский
Беркли Берри Бибігүл Бивэн Бланка Блэйк Богдан Болеслав Бонгард-Левин Бонго Бондарев Борис Борислав
Борисов Боян Браун Бронислав Брукс Брэдбери Будимир Бэйли Бёрнс Бёртон Вагнер Вадим Валентин
Валентина Валери Валерий Валерия Валерьян Валя Ваня Варвара Варлаам Варфоломей Василий Василиса
Васильев Васкес Вася Вацлав Вебер Веласкес Велимир Венедикт Вениамин Вероника Веснин Вика Викентий
Виктор Виктора Викторин Вильсон Виссарион Виталий Витя Вишневецкий Владилен Владимир Владимиров
Владислав Владлен Влас Власов Вова Вовка Воган Воробьёв Воронов Всеволод Всемил Всеслав Вурхис
Вышеслав Вячеслав Вёльке Гаврила Гаврилов Галактион Галина Галя Гарсиа Гарсия Гастон Гаухар Гедеон
Гейл Гена Геннадий Генриха Георгий Герасим Герберт Герман Гермиона Гибсон Гилберт Гильом Гинзбург
Глафира Глеб Глинка Головачёв Головин Головкин Гомес Гонсалес Гонсало Гордей Горовиц Горчакова
Гостомысл Гоша Грейс Гремислав Григорий Григорьев Гриша Гуго Гурген Гурий Гүлдана Гүлжан Гүлмайра
Гүлмира Гүлназ Гүлнар Гүлсім Давид Давыд Даль Дамир Данбар Данила Данияр Дарвин Дархан Дарья Даша
Дашка Дашкевич Дворецкий Дегтярёв Дементий Дементьев Демид Демидов Демпси Демьян Денис Джарретт
Джастин Джейкобс Джейсон Джесси Джессика Джин Джозефа Джона Джоном Джонс Джонсон Джош Диана Диас
Диксон Дима Димка Димон Динара Диодор Дмитрий Добромысл Доброслав Дональд Дональдсон Дорофей Досжан
Дуайт Дэвида Дэвис Дәния Дәурен Евгений Евгения Евграф Евдоким Евдокия Евлампий Евпраксия Евсевий
Евсей Евстафий Евстигней Евфросиния Егор Егорка Егоров Еділ Ежов Екатерина Екатерины Елдос Елена
Елжан Елизавета Елизар Елисей Емельян Епифан Ерасыл Ербол Ерболан Ерболат Ердәулет Ережеп Еремей
Ержан Ерлан Ермахан Ермек Ермил Ермолай Ернар Ерофей Есбол Есен Ефим Ефрем Жаботинский Жамал Жана
Жанат Жанбота Жандос Жанел Жанна Жансая Женя Жерар Жидрунас Жирарден Жиро Жюли Жұбаныш Зарина Захар
Зере Зина Зинаида Зиновий Зосима Зульфия Зәуре Ибрагимов Иван Иванна Иванов Игнатий Игорь Игорёк
Игуаин Иероним Измаил Изот Изяслав Иларион Ильдар Ильи Илья Индира Инкар Инна Иннокентий Иоанн Иосиф
Ипат Ипатий Ипполит Ираида Ираклий Ирина Ириша Исай Исидор Иштван Йоко Йорк Йоханнес Каверин Казаков
Казимир Каллистрат Камерон Каминский Каммингс Капитолина Капитон Карен Карл Карла Карлин Карло Карп
Каспер Касьян Катюша Катя Кейси Кеннеди Керзон Керр Кертаев Килель Кими Кингстон Кипроп Кира Кирилл
Клавдий Клавдия Клей Клейн Климент Коваленко Коди Кондон Кондрат Кондратий Конон Константин
Константина Констанций Копылов Корнил Королёв Кортес Кортни Костя Коттон Коэн Краевский Крог Круглов
Крюгер Ксения Ксюша Кузнецов Кузьма Куприян Курта Курц Кэмпбелл Кэннон Кәмила Лабоа Лавр Лаврентий
Ладимир Ладислав Лазарь Ланг Ларионов Лариса Лаура Лебедев Левицкий Леночка Леон Леонид Леонов
Леонтий Лехтонен Лидия Лизель Лилия Линге Линч Ллойд Ловчев Лонгин Лопес Лора Лоренцо Лоуренс Лукас
Лукия Лукьян Лукьянов Луначарский Лучезар Льоренте Люба Любим Любомир Любосмысл Люда Людмила
Людовика Лёня Лёша Ләззат Магомедов Мадина Мадияр Майер Майра Макар Макгрегор Маккорд Макс Максим
Максимильян Мансұр Марат Маргарита Мариан Марина Мария Марк Маррей Мартен Мартина Мартын Мартьян
Марфа Марғұлан Матвей Маша Машка Медведева Медет Мендоса Меруерт Мерфи Месиас Мефодий Мехия Мечислав
Микки Милен Милий Милица Миллер Миллс Милован Мина Мирон Мирослав Митофан Михаил Михаила Михайлов
Михайловская Михей Миша Мишка Модест Моисей Мокей Молдир Молло Морган Морено Мори Морозов Москаленко
Мотидзуки Мстислав Мурад Мусса Мухаммад Мэтт Мюрен Мұхтар Мәдина Мәулен Мөлдір Надя Назгүл Назерке
Наина Накамура Намазалы Нана Нано Наполитано Наркис Настя Наталья Натан Наташа Наум Нгуен Невилл
Нейман Нелли Нестор Никандр Никанор Никита Никитка Никифор Никодим Николай Николая Николсон Никон
Никсон Нилом Нильсен Нина Нинель Нифонт Нонна Нортон Ньюман Ньютон Нұрбек Нұргүл Нұрдәулет Нұржан
Нұрлан Нұрсұлтан Нұртөре Одри Оксана Октябрина Олег Олежка Олжас Олимпий Олкотт Ольга Онуфрий Опарин
Ораз Орест Орлов Орсини Осип Оскара Оспан Остап Остромир О’Брайен О’Нил Павел Павлик Пайо Панин
Панкрат Панкратий Пантелеймон Панфил Парамон Паркер Парфен Пауэлл Пахом Паша Педру Пелагея Пеллетье
Перейра Перельман Перес Перизат Петерс Петр Петров Петя Пимен Пинту Платон Поликарп Полина Полиньяк
Пономарёв Попов Портер Порфирий Потап Потоцкий Прасковья Приули Прокл Прокофий Прони Прохор Публий
Пётр Радзивилл Радик Радим Радислав Радован Раиса Райан Райт Райымбек Ратибор Ратмир Рауан
Рахматуллаев Регина Ренат Ренье Риат Ривз Римма Ричарда Роберта Робертс Робина Робинсон Ровио Родион
Родионова Родригес Роза Рома Ромеро Рорти Росс Росси Ростислав Ротенберг Роуч Рубен Руслан Рустам
Рылов Рюрик Рүстембек Сабина Савва Савватий Савелий Саида Сайдулла Салливан Самат Самсон Самуил
Сандуғаш Санжар Санчес Саня Саша Сашка Свейнпол Светка Светлана Светозар Святополк Святослав
Севастьян Селиван Селиверст Семен Семён Семёнов Серафим Сергей Серёга Серёжа Сигизмунд Сидор
Силантий Силва Сильвестр Симон Синклитикия Сиссоко Скородумов Смарт Смит Снежана Сократ Соловьёв
Соломон Соня Сооронбай Софон Софрон Спенсер Спиридон Станимир Станислав Стас Степан Стоян Стрейчи
Суарес Судзуки Сёренсен Сәбит Сәдібек Сәкен Сәуле Таблида Тадеуш Тазиев Таисия Талғат Тамара Таня
Тарас Татьяна Твердислав Творимир Тейлор Темірлан Терентий Терри Тимофей Тимур Тихон Ткачёв Токарев
Толик Толстая Толя Толқынай Томпсон Томсон Тоня Торн Торрес Трифон Трофим Троцкий Тупак Тьерри Тёма
Тёрнер Уилер Уильямс Уильямсон Ульян Ульяна Уогстафф Уолта Уолтон Уорд Уотсон Устин Уэйн Фадей Фаина
Феврония Федор Федосий Федот Федя Феликс Феоктист Феофан Ферапонт Фернандес Ферри Филарет Филимон
Филипп Фирс Фишер Флорентин Фока Фома Фортунат Фостер Фотий Франсиско Фрид Фридриха Фрол Фёдора
Фёдоров Фёкла Хайек Хайнц Ханна Хант Харитон Харитонов Харлампий Харпер Харрисон Хасен Хелен
Хельмута Хилл Хименес Холл Хорн Христофор Хьюз Чайковский Чарторыйский Чеслав Чжан Шавкат Шамиль
Шелах Шерил Шерхан Шлезингер Шмидт Шолпан Шохат Шрёдер-Кёпф Шульц Шынар Шыңғыс Шэрон Щербак Ырысты
Эванс Эваристо Эдмунд Эдуард Элеонора Элизабет Эльвира Эльдар Эльжбета Эльмира Эмилия Эмиль Эмма
Эммануил Эмманюэль Эраст Эрве Эрнест Эрнеста Эрнст Эртегюн Эткинс Ювеналий Юлиан Юлий Юлия Юрий
Юханссон Ягуб Яков Якуб Януарий Янукович Ярополк Ярослав Яхин Яшин Ғани Қажытай Қамбар Қарлығаш
Қасым-Жомарт Қосанов Ұлжан Әбдіжаппар Әбіш Әйгерім Әлихан Әлия Әлібек Әлішер Әмин Әмина Әнуарбек
Әрсен Әсел अंकिता अंकुर अंजलि अंजू अकबर अजय अजित अणिमा अतुल अदिति अदिती अनंत अनन्या अनिरुद्ध अनिल
अनिला अनिश अनीता अनुज अनुजा अनुराग अनुष्का अपर्णा अब्दुल अभय अभिलाषा अभिषेक अमन अमर अमला अमित अमिता
अमिताभ अमृत अमृता अयातुल्ला अरविंद अरविन्द अरुंधती अरुण अरुणा अर्चना अलका अवनी अवन्ती अशोक आकाङ्क्षा
आज़म आदित्य आनन्दा आमिर आयुष आरपी आरव आलोक आशीष आसिफ़ इंदिरा इंदु इन्दिरा इन्दु इन्द्र इन्द्रजित
इफ़्तिख़ार इयन इरफ़ान इला इस्माइल ईश ईशा ईशांत उज्जवल उमर उमा उमेश उरूज उर्मिला ऋतिक ऋषभ ऋषि एंडी
एंड्रयू एआर एकता एके एडम एडमिरल एबी एम एमएफ़ एमके एषा एससी एहुद ऐश्वर्या कपिल कमल कमलेश कम्बोज करण
करिश्मा करीना कर्ण कर्नल कशोर काजल कान्ता कान्ती कामरान कार्तिक कार्ला कालिदास किशोर कुंती कुणाल
कुमार कुमारी कुसुम कृष्ण केट केविन केशव कैमरून कोंडोलीज़ा कोमल कौशल्या क्रिस ख़ान खुशबू गरिमा ग़ुलाम
गीता गुलज़ार गोतम गोपाल गोपीनाथ गोविंदा गौतम गौरी गौहर चंदन चण्ड चण्डा चन्दना चन्द्रकान्त
चन्द्रकान्ता चेतन जगजीत जगदीश जगन्नाथ जयदेव जयन्त जयन्ती जयपाल जयराम जया जयेन्द्र जसवंत ज़हीर ज़ीनत
जावेद जितेंद्र जितेन्द्र जे जेड जेम्स जेसन जैकब जैकी जैशे जॉन जॉर्ज जोधा जोनाथन जोस जौहर ज्योति
ज्योत्सना ज्योत्स्ना टोनी डकवर्थ डेनिस डेविड डैनी डॉ ड्वेन तनु तन्वी तरुण तृष्णा तेनजिंग तैयब
त्रिवेंद्र दमयंती दयाराम दर्शना दलाई दाऊद दामोदर दिग्विजय दिनेश दिमित्री दिलीप दिवंगत दिव्या दीपक
दीपाली दीपिका दीप्ति दुर्गा देवदान देवदास देवराज देवी देवेंद्र धनञ्जय धर्मेंद्र धवल नंद नंदिता
नंदिनी नरसिंह नरेंद्र नरेन्द्र नरेश नवाज़ नवीन नारायण निखिल निखिला निज़ामुद्दीन नितिन नित्य निरंजन
निशा नीतीश नीतू नीरज नीरव नील नेहा पद्मावती पद्मिनी पप्पू परवीन परवेज़ पल्लव पल्लवी पायल पार्वती
पीटर पीताम्बर पुरुषोत्तम पुष्पा पृथ्वीराज प्रकाश प्रज्ञान प्रणब प्रणय प्रणव प्रताप प्रतिभा प्रदीप
प्रफुल्ल प्रबोध प्रभाकर प्रभात प्रभु प्रमोद प्रवीण प्रशांत प्रसन्न प्रसाद प्राची प्रियंका प्रियरंजन
प्रिया प्रेमा फ़ारुख़ बबीता बरखा बराक बलदेव बलराम बान बाबा बिपाशा बृजेश बॉब ब्रह्मा ब्रिगेडियर ब्रेट
ब्रैंडन ब्रैड भरत भारती मंजू मञ्जु मञ्जुनाथ मञ्जुला मञ्जूषा मणि मणीन्द्र मदन मधु मधुकर मनमोहन मनीश
मनीष मनीषा मनोज ममता महमूद महात्मा महावीर महिंदा महेंद्र महेन्द्रा महेश माइकल माधव माधवी माधुरी
मानदीप माया मार्क मार्वेलस माला मास्टर मिशेल मीना मीनाक्षी मीर मीरा मुकेश मुक्ता मुनाफ़ मुरली मुलायम
मुहम्मद मेनका मेहदी मैथ्यू मॉर्गन मोंटी मोनिका मोहन मोहना मोहसिन मोहित मौलाना यश युवराज यूनिस यूनुस
यूसुफ़ योगेश रंजन रंजीत रघु रघुवंश रजनी रजनीकांत रञ्जित रतन रति रत्नम रमन रमेश रवि रश्मी राकेश राखी
राज राजन राजनाथ राजीव राजू राजेन्द्र राजेश राम रामकृष्ण रामचन्द्र रामनरेश रामविलास रामा रामालिंगा
राहुल रिकी रिचर्ड रितु रिया रीता रीतिका रीना रुकमनगुद रुक्मिणी रुपिन्द्र रूपा रेणु रेशमी रॉजर रॉबर्ट
रॉस रोहन रोहना रोहित लक्ष्मण लक्ष्मी लता ललित लाल लालकृष्ण लालू लावण्या लीना लॉर्ड लोचन वंदना वसन्त
वसन्ता विक्रम विजय विजया विनय विनीता विनोद विपिन विपुल विमल विमला विराट विलासराव विवेक विष्णु
वीरप्पा वीरभद्र वीरेंदर वीवीएस वेलुपिल्लई शंकर शंतनु शकुन्तला शङ्कर शत्रुघ्न शमीम शरद शर्मिला शशांक
शशि शशी शान्ता शान्ती शालिनी शाहबाज़ शाहिद शिल्पा शिवनारायण शिवम शिवराज शिवशंकर शिवानी शिवाली शीतल
शीला शुभम शेखर शेख़ शेन शैलेश श्याम श्यामल श्यामला श्यामा श्री श्रीकृष्ण श्रीपति श्रीप्रकाश श्रीमती
श्रुति श्रेयस श्वेता संगीता संजना संजय संजित संजीव संतोष संदीप सचिन सज्जाद सती सतीश सद्दाम समीर सरल
सरला सरिता सलीम सवितृ साक्षी सानिया सारिका सालस्कर सावित्री सिकन्दर सिद्धार्थ सिल्वियो सीता सीताराम
सुखविंदर सुदर्शना सुधा सुधीर सुनीता सुनीती सुनील सुप्रिया सुबीर सुभाष सुमती सुमन सुमना सुमन्त्र
सुमित सुमित्रानंदन सुरज सुरेंद्र सुरेन्द्र सुरेश सुलभा सुशील सुशीला सुषमा सू सूर्यकांत सेठ सैयद सोनम
सोनल सोनिया सोमनाथ सोहेल सौरभ सौरव स्टीव स्नेहा स्मिता स्वपन स्वप्निल स्वाति स्वीट हनुमान् हबीब
हरभजन हरि हरिवंश हरीश हरेन्द्र हर्श हर्शद हर्शल हर्ष हाफ़िज़ हामिद हिमांशु हिलेरी हेमंत होज़े िकशोरी
िनशा ज़स्विन्देर् অক্ষয় অজয় অজিত অঞ্জনা অদিতি অদৃতা অনন্যা অনিক অনিন্দিতা অনিমেষ অনুপম অন্তরা
অপর্ণা অভি অভিজিৎ অমল অমিত অরুণ অর্ক অর্ঘ্য অর্ণব অর্না অর্পিতা অলোকা অশোক অহনা আক্তারা আখতার আজগর
আজম আজাদ আতাউর আতাহার আদি আনন্দ আনিকা আনিস আনিসুর আনিসুল আনোয়ার আনোয়ার আনোয়ারুল আফরিন আফসানা আফিফা
আফিয়া আবদুর আবদুল আবদুস আবির আবু আবুল আব্বাস আমায়া আমিরুল আয়ুশি আয়ুষ আয়েশা আরাধ্যা আরিফ আরিফুল
আরিয়া আরিয়ান আরুণি আলমগীর আলিয়া আশরাফ আশরাফুল আশালতা আশীষ আশুতোষ আশ্বিনী আসমা আসাদ আসাদুজ্জামান
আসিফা আহম্মেদ আহসান ইউনিস ইউসুফ ইকবাল ইজাজ ইমতিয়াজ ইমদাদুল ইমন ইমরান ইশতিয়াক ইশরাত ইশিতা ইয়াছিন
ইয়ান ঈশানি ঋষিতা এইচ একরামুল এনামুল এস ওবায়দুল ওয়ালি কবির করিম কাজল কাজী কাফি কাবেরি কামরুল কামাল
কুনাল কেয়া ক্রিস্টিয়ানো খন্দকার খালেদ খালেদা খোন্দকার গিয়াস গোলাম গৌতম চঞ্চল চন্দন চয়ন জগদীশ জনা
জয়দীপ জয়ন্ত জর্জ জসিম জাকির জান্নাত জাভেদ জাহাঙ্গীর জাহিদ জাহেদা জি জিয়াউর জুলিয়ান জেমস জেসমিন
জোবায়দা জ্যাক ঝর্ণা ডলি ডেভিড তনয় তন্ময় তানজিলা তানভীর তানিয়া তামান্না তামিম তারেক তাসনিম
তাসফিয়া তুষার তোফাজ্জল তোফায়েল তৌহিদ দীপা দূর্গা দেবাশীষ দেলাওয়ার দেলোয়ার নওশের নওয়াজ নজরুল নন্দিতা
নয়ন নাইম নাঈম নাজমা নাজমুল নাদিম নাদিয়া নাসরিন নাসির নিশাত নিশিতা নুরন্নবী নুরুল নুসরাত নূর নেলসন
পলাশ পারভেজ প্রত্যয় প্রদীপ প্রদ্যুম্ন প্রশান্ত প্রিতম প্রিয় প্রিয়তি প্রিয়ম প্রিয়া প্রিয়াঙ্কা
ফজলার ফাতেমা ফারজানা ফারহানা ফারিহা ফারুক ফাহিম ফৌজিয়া ফয়জুর ফয়সাল ফয়েজ বাঁধন বাকের বাদল বাবুল
বাসির বিদ্যা বিনয় বিপাশা বুলবুল মণি মতিয়ার মনজুরুল মনমোহন মনিরুল মনোজ মাইকেল মাধু মাধুরী মামুন
মালিহা মাহফুজ মাহবুব মাহবুবুর মাহবুবে মাহমুদ মাহমুদুল মিঠুন মিতু মিথিলা মিনা মিম মিলন মিলা মিষ্টি
মুনতাকিম মুনতাসির মুনীর মুশফিক মুহাম্মদ মৃত্যুঞ্জয় মৃনাল মেহজাবিন মো মোতাহার মোনালিসা মোবারক
মোস্তফা মোস্তাফিজ মোস্তাফিজুর মোহাম্মদ মৌসুমি রওশন রবিউল রহিম রাকিব রাকিবুল রাজ রাজিয়া রাজীব রাজু
রায়হান রাশেদ রাশেদুল রাসেল রাহুল রায়হান রিক রিনা রিপন রিমা রিয়াজ রুদ্র রুবেল রুমানা রেজাউল রোকসানা
রোজিনা রোহিত লক্ষ্মী লতা লায়লা লিটন লুইস লোকমান শওকত শচীন শফিক শফিকুর শফিকুল শহিদুল শাওন শাকিল
শারমিন শাহ শাহজাহান শাহনাজ শাহাদাৎ শাহাবাজ শাহিন শিউলি শিরিন শিরীন শুভঙ্কর শুভশ্রী শেখ শেখর শ্রাবনী
শ্রাবন্তী সজীব সফিকুল সাইফুর সাইফুল সাঈদ সাদিয়া সানজিদা সাবিনা সাবের সাব্বির সালমা সালাম সিরাজুল
সুনীল সুমন সুমাইয়া সুরভি সুরাইয়া সুশান্ত সেলিম সৈয়দ সোহাগ সোহেল সৌমিক সৌমিত্র সৌম্য সৌরভ হাবিব
হারিছ হাসান হাসিনা হুমায়ুন হৃদয় হেমায়েত হৈমন্তী হোসে กชมน กชามาศ กนกชัย กนกพร กนกวรรณ กนกเนตร
กนิษฐา กมลชนก กมลรัตน์ กมลวรรณ กมลศรี กรณินทร์ กรณ์ กรพนธ์ กรรณิกา กรรณิการ์ กรรณ์ขนิษฐา กรวรรณ
กรวิภา กรองทอง กระสุน กรินท์ กรุณามิตร กฤตพร กฤตยา กฤตานน กฤติกา กฤติยาณี กฤติศักดิ์ กฤตเมธ กฤศณา
กฤษกร กฤษฎาวรรณ กฤษฎิ์ธนัช กฤษณา กฤษณ์ขจร กล่ำคาน กวาง กวินทิพย์ กวีฉัฏฐ กวียุทธ กวีรภัทร กษิดิฐ
กษิดิส กองสิน กอบกุล กอบเกียรติ์ กะดิรัตน์ กัญจนา กัญชพร กัญญณภัส กัญญาณี กัญญารัตน์ กัญญาลักษณ์
กัณฐมณี กัณวีย์ กันตนา กันตพร กันตวรรณ กันติชา กันต์ศุภณัช กันยารัตน์ กัลยดา กัลยรัตน์ กัลยาณี
กาญจนา กาญจนาพร กาญจนาภรณ์ กาญจนิจนันท์ กานต์ทิตา กานต์ธนิต กิจดี กิตติชัย กิตติธัช กิตตินันท์
กิตติพงค์ กิตติพงศ์ กิตติพัทธ์ กิตติยาภรณ์ กิตติวัฒน์ กิตติศักดิ์ กิตติเดช กิติกานต์ กิติชัย กิติยา
กิติยาธรณ์ กิติวัฒน์ กิิตติกร กิ่งแก้ว กีรติกา กุลชาติ กุลดิลก กุลธรา กุลปรียา กุลภัสสร กุลภัสสรณ์
กุลภาวลัย กุลสิริ กุลเชษฐ กุสุมา กุ้ง กูดิง ก่อเกียรติ์ ขจิตลักษณ์ ขนิษฐา ขวัญตา ขวัญมาศ ขวัญรัตน์
ขวัญรุ้ง ขวัญเนตร ขวัญเรือน ขอดิเยาะ คงกระพัน คฑามาศ คณภรณ์ คณาพฤฒ คมกริบ คมกฤชญ์ คมคาย คมสัน
คริสติน่า คำปลิว คำภา คำมั่น คุณสมัคร คุณหญิงจารุวรรณ คุณหญิงพจมาน คุ้ง จงกล จณิตตา จณิสตา จตุพร
จตุรพร จรรญาทิพย์ จรรยพร จรัสฤทธิ์ จริญญา จริยฉัตร จริยวัตร จอมพล จักรกฤนาย จักรชัย จักรพันธ์
จักรีรัตน์ จันติมา จันทนา จันทนิภา จันทภา จันทมาศ จันทรา จันทร์ณภาพร จันทิมา จาตุรภัทร จารวี จารุตา
จารุวรรณ จำนาญ จำรัส จิณภัทตา จิดาภา จิตตานันท์ จิตต์นิภา จิตรลดา จินดารัตน์ จินตนา จินตพร จินต์จุฑา
จิม จิรทีปต์ จิรภิญญา จิรวรรณ จิรวิทย์ จิรศักดิ์ จิรสุดา จิระพงศ์ จิระภัทร จิรากัญ จิราพร จิราภรณ์
จิรเสกข์ จิฬาภรณ์ จีรยุทธ จีระนันท์ จีราภรณ์ จีฮาน จุฑา จุฑาทิพย์ จุฑาพัตธน์ จุฑาภรณ์ จุฑามณี
จุฑามาศ จุฑามาส จุฑารัตน์ จุไรรัตน์ จุไรวรรณ ฉลองชัย ฉัตร ฉัตรปรียา ชญาณ์นันท์ ชณัญชิดา ชณิชา ชนัดดา
ชนาธิป ชนิธาดา ชนิศา ชมัยพร ชยุต ชรินทร์ทิพย์ ชลดา ชลธร ชลธานี ชลลดา ชลสิทธิ์ ชลิดา ชวดล ชวน ชวนากร
ชวัลวิชญ์ ชวโรจน์ ชัชชวาลย์ ชัชนันท์ ชัชวาล ชัชเวศย์ ชัญญานุนาย ชัฎชา ชัยชนะ ชัยณัฎฐ์ ชัยพล ชาญชล
ชาญชัย ชาติชัย ชานน ชาลาดล ชาลิสา ชิดชนก ชินกร ชุติวรรณ ชุรีภรณ์ ชุลีพร ชไมพร ช่อแก้ว ซันนีย๊ะ
ซัยนับ ซีตีรอกีเยาะ ซุกรี ซูฟยัน ซูรัยดา ซูลฟีย์ ซูฮัยดา ซูเซียนา ซูไรญา ซูไรดา ซูไรฮา ฌาฆีภัตฐ์
ฌาณปรีชา ญาณพันธุ์ ญาณภัทร ญาณิศา ญาณ์สุมินทร์ ญาดา ญานิกา ญานิศา ฎาริกา ฐณพล ฐานทัต ฐานันดร ฐานิสา
ฐาปกรณ์ ฐาปนี ฐิตาพร ฐิติกุล ฐิติณัฐฐา ฐิตินันทา ฐิตินันท์ ฐิติมา ฐิติยาพร ฐิติวุฒิ ฑิตฐิตา ณชธฤต
ณฐพงศ์ ณฐพร ณปภัช ณภัทร ณภัสร์ประภา ณรงค์พร ณรงค์ฤทธิ์ ณฤภณ ณสรวง ณัชกานต์ ณัชชา ณัชนภาพัชร์ ณัฎฐกร
ณัฎฐา ณัฏฐณิชา ณัฏฐวีรยา ณัฏฐ์กุลนันท์ ณัฏฐ์ภณ ณัฏฐ์รดา ณัฐจศักดิ์ ณัฐชนน ณัฐญาดา ณัฐฐานันท์ ณัฐฐิญา
ณัฐติญา ณัฐติยา ณัฐธนชัย ณัฐธภรณ์ ณัฐธิชา ณัฐธิณีภรณ์ ณัฐธิดา ณัฐธิตา ณัฐนิชา ณัฐพงค์ ณัฐพงศ์
ณัฐพงษ์ ณัฐพนธ์ ณัฐพร ณัฐพล ณัฐพิชา ณัฐมนต์ ณัฐริกา ณัฐวดี ณัฐวรา ณัฐวรินทร ณัฐวุฒิ ณัฐศักดิ์
ณัฐสิยา ณัทกร ณัทกาญจน์ ณาร์รีมาน ณิชญา ณิชนันท์ ณิชภูมิ ณิชมน ณิชย์ฐกานต์ ณิชาภัทร ณิชเชฏฐ์ ดนุภัทร
ดวงจันทร์ ดวงพร ดวงฤทัย ดวงสมร ดวงเดือน ดอกไม้ ดอน ดาราธิป ดารุนี ดาวธง ดาวรุ่ง ดำรงค์ ดิลก ดุษฎี
ตรีนุช ตอยบัส ตอฮา ตะวัน ต่วนนูรียะห์ ถนอมชัย ถาวร ทนาวุฒิ ทนุชูพงษ์ ทรงพันธ์ ทรรศนชัย ทวียศ
ทวีวัฒน์ ทวีศักดิ์ ทศเทพ ทองคูณ ทองจันทร์ ทองพันแสน ทองรัตน์ ทองสิริ ทองอินทร์ ทะนุ ทักษิณา ทัดดาว
ทัตธน ทับทิม ทัศนีย์ ทัศนีวรรณ ทัศวรรณ ทานตะวัน ทิตติยา ทินพร ทินวัฒน์ ทิพย์วัลย์ ทิพย์วารี
ทิพย์สุดา ทิพรดา ทิภากรณ์ ทิภาพรรณ ทิมาภรณ์ ทิราพร ทิวาพร ธณพร ธณิษราภรณ์ ธนกร ธนกฤต ธนกฤษ ธนกิตต์
ธนฉัตร ธนณัฏฐ์ ธนนนท์ ธนพล ธนภณ ธนภัทร ธนภัทร์ ธนภูมิ ธนวัฒน์ ธนวัต ธนวันต์ ธนวิชญ์ ธนัญญา ธนัตถ์
ธนันท์ชัย ธนากร ธนากฤษ ธนาคช ธนาธร ธนาพร ธนาภรณ์ ธนาภัทร ธนาภา ธนาเสฎฐ์ ธนิตา ธนิสร์ ธนโชติ ธมน
ธมลพรรณ ธรรณธร ธรรศชนก ธราพงศ์ ธราพงษ์ ธราวิทญ์ ธลิตา ธวัชชวิน ธวัศชา ธัชชัย ธัชญา ธัชพงศ์ ธัญญกัญญา
ธัญญา ธัญญามาศ ธัญญารัตน์ ธัญยาเรศ ธัญย์ชนก ธัญลักษณ์ ธัญวลัย ธัญสินี ธันยพร ธาดา ธาดารัตน์ ธารา
ธารารัตน์ ธาเอก ธำรงชัย ธิดากานต์ ธิดาทิพย์ ธิดารัตน์ ธิติ ธิติกร ธิปไตย ธีติ ธีทัชฐ์ ธีรกานต์
ธีรธรรม ธีรนิดา ธีรพงษ์ ธีรพล ธีรภัทร์ ธีรลักษณ์ ธีรวัช ธีรวุฒิ ธีรศักดิ์ ธีระพงษ์ ธีระพันธ์
ธีระยุทธ์ ธีราทัต ธีริสรา ธีร์ธวันาย ธุดลกัญจ์ ธเนษฐ นงนภัส นงพร นงลักษณ์ นนทกาญจน์ นนทพร นนทวัฒน์
นพกร นพมาศ นพรัตน์ นพวรรณ นพวินาย นภนต์ นภัณ นภัทร นภัสกร นภัสรินทร์ นภิศรา นรรณิษา นราวรรณ นราวิชญ์
นริณธร นริศรา นรีกานต์ นรีรัตน์ นฤชา นฤทธิ์สุนทร นฤมล นลินา นวพรรณ นวพล นวรรษนันท์ นวรัตน์ นวัชภรณ์
นสิตา นัจพรรณ นัฐพร นัฐพล นัฐมล นัฐริกา นัฐวรรณ นัณธพงศ์ นันฐวัฒน์ นันต์ธีรา นันทรัตน์ นันทวรรณ
นันทวุฒิ นันทิกานต์ นันทิตา นันทิพัฒน์ นันท์ธนา นันท์พิพัชร์ นับทอง นัสรุน นางคุณัญญา นางสลินี
นางสาวยิ่งลักษณ์ นางสาวสมพร นางสาวสุวีณา นางเพชรรัตน์ นาตยา นาทภูวพัฒน์ นายกมล นายกฤษฎา นายจักรภพ
นายจาตุรนต์ นายชวน นายชัยสิทธิ์ นายชูวิทย์ นายณรงค์ศักดิ์ นายทรงพล นายทศพร นายธรรมยศ นายธวัชชัย
นายธีรภัทร์ นายธเนศ นายนิกร นายบรรพต นายบุญธรรม นายประเสริฐ นายพสุ นายพิเชฐ นายมีคาเอล นายยุคล
นายวรรณพงษ์ นายวัฒนา นายวิษณุ นายวีระ นายวีระศักดิ์ นายสมคิด นายสมชัย นายสมชาย นายสมบูรณ์ นายสมรักษ์
นายสมศักดิ์ นายสมัคร นายสรรคนนท์ นายสุนัย นายสุริยะใส นายอดิศร นายอภิสิทธิ์ นายอาคม นายเดี่ยว นารดา
นารี นาลินนี นาวีตา นาเดีย นิชนันท์ นิชาภา นิตติยา นิติ นิติธร นิติยา นิธิพร นิธิมา นิภา นิมุ นิยดา
นิยม นิรชา นิรัญตรี นิรันดร์ นิรุชา นิรุตต์ นิลยา นิลุบล นิวัฒน์ นิวิลดาน นิศาชล นิสรา นุจรี นุชนาฏ
นูรฮานาน นูรีซะห์ นูรีดา นูรเดียนา น้องนุช น้องฟลุค น้องลูกหิน น้องแอมป์ น้ำฝน น้ำเพชร บรรจง
บวรลักษณ์ บาดินธ์ บุญญกัลป์ บุญญฤทธิ์ บุญญาพร บุญญามี บุญทอน บุญทิวา บุญนพ บุญปลูก บุญพา บุญรอด
บุญรื่น บุญเกิด บุญเทียน บุญเอก บุณย์ธิดา บุปผลักษณ์ บุรพล บุศญารัตน์ บุษบา บูขอรี บูรณศักดิ์
บูรณิมา ปกาสิต ปฐม ปฐมาภรณ์ ปฐมาวดี ปฐวีกานต์ ปณต ปณิชา ปติพัท ปทุมทิพย์ ปทุมพร ปนัฎดา ปนัดดา
ปพนสรรค์ ปภณวัชร ปภาวรินทร์ ปรมินทร์ ประกาศิต ประจิน ประภัทร์สรณ์ ประภัสสร ประภาพร ประภาลักษณ์
ประภาวดี ประยุทธ์ ประวี ประวุฒิ ประสิทธิ์ ประเดิม ประเทืองทิพย์ ประเสริฐ ประเสริฐพงศ์ ประไพพักตร์
ปรัญชญา ปรัศนี ปราชิญา ปราปต์ ปรายกานต์ ปรารถนา ปริชาติ ปริญญา ปริญสิรา ปรินรัตน์ ปริยวิศว์ ปริยากร
ปริศนา ปรีดาพร ปรีดินันท์ ปวรรุจ ปวันรัตน์ ปวิณา ปวีณ ปวีณา ปวีณ์สุดา ปศานนท์ ปัจมาศ ปัญญาพร ปัณณธร
ปัณณวัชร ปัตถพงษ์ ปัทมวรรณ ปาณิศา ปาน ปานจิตร ปานทิพย์ ปาพจน์ ปาริตา ปาริเยศ ปิติพงษ์ ปิยกาญจน์
ปิยธิดา ปิยนาฎ ปิยนุช ปิยบุตร ปิยพร ปิยพันธุ์ ปิยภัทร ปิยวดี ปิยวัจน์ ปิยวัฒน์ ปิยวิชญ์ ปิยะ ปิยะชัย
ปิยะชาติ ปิยะธิดา ปิยะนันท์ ปิยะเกียรติ์ ปิยะเนตร ปิ่นบุญญา ปุณณรัตน์ ปุณยาพร ป๋วย ผกาทิพย์ ผกามาศ
ผดุงชาติ ผดุงพล ผลินนาลักษมณ์ ผูกขวัญ ผู้ช่วยศาสตราจารย์ พกาวรรณ พงศกร พงศธร พงศ์กฤษณ์ พงศ์ศักดิ์
พงศ์สัคค์ พงษ์ทรัพย์ พงษ์นเรศ พงษ์ศักดิ์ พงษ์สถิต พชร พชรภรณ์ พชรมน พณทรรศ พนิตสิรี พรชนก พรชาย
พรชีวิน พรทิมา พรนิภา พรประชา พรปราณี พรปิยา พรพิไล พรรณกาญจน์ พรรณปพร พรรณรายณ์ พรรณวาา พรรณไม้
พรรัตน์ พรวลัย พรวันเพ็ญ พรสวรรค์ พรสินี พรหมชัย พริมรตา พรเบญญา พฤษภา พลตรี พลภูมิ พลอยรุ้ง
พลอยวรินทร์ พลอากาศเอก พลานุช พลเรือเอก พลเอก พลเอกประยุทธ์ พลโท พวง พศร พัชทนัน พัชรนันท์ พัชรพร
พัชริญา พัชรินทร์ พัชรีนิษฐ์ พันธวงศ์ พันธุ์เทพ พันเกล้า พันเทพ พัสวี พาดีล๊ะ พาดีฮะ พารีด๊ะ พาสุข
พิชญ พิชญะ พิชญาภัค พิชญ์ พิชญ์สิชฌ์ พิชญ์สินี พิชยา พิชาภพ พิชิตชัย พิทักษ์ พิพัฒน์ พิพิธธน
พิมพกานต์ พิมพมาศ พิมพ์ตินันท์ พิมพ์นภา พิมพ์ประภา พิมพ์พรรณ พิมพ์พิชญา พิมพ์ภัทร พิมพ์ลานนา
พิมพ์สุดา พิมพ์สุตา พิมลนาฎ พิรานันท์ พิรารัตน์ พิศพรรณ พิศพิไล พิเชียร พิไลพร พีรพงษ์ พีรพร
พีรพัฒน์ พีรภัทร์ พีรภาส พีรยุทธ พีรวิชญ์ พีระชัย พีระพงศ์พันธ์ พีระพล พุทธ พุทธชาติ พุทธสวาท
พุทธินันท์ พุทธิพงษ์ พุธธิญา พูลสวัสดิ์ พเยาว์ ฟาติเมาะ ฟารานัส ฟาริดา ฟารินี ฟารีนา ฟิรดาวส์ ฟิรยา
ภคญาณี ภคพงศ์ ภควัฒน์ ภทรชนก ภรัณยู ภัคจิรา ภัคชนน ภัคชัญญา ภัคศุภางค์ ภัคเปมิกา ภัชราวดี ภัชรีญา
ภัฏชนก ภัณภิรา ภัททิรา ภัทรกร ภัทรจีรา ภัทรชัย ภัทรดนัย ภัทรนาฎ ภัทรพงษ์ ภัทรพร ภัทรภร ภัทรวิทย์
ภัทรศยา ภัทรสุดา ภัทราพร ภัทราภรณ์ ภัทรายุทธ ภัทราวุฒิ ภัทราวุธ ภัทร์ชนก ภัสสร ภากร ภาคภูมิ ภาณุวัชร
ภานิณี ภานุพล ภานุมาศ ภานุวัฒน์ ภานุวัตร ภารวี ภาวินี ภาสวร ภาสวุฒิ ภาสินี ภิญญดา ภูมิปัญญา ภูมิสิน
ภูริชญา ภูริดล ภูวนัย ภูวรา ภูวฤณ ภูวัน ภูวิช ภูวเดช ภูวเรศ มงคลสิษฐ์ มณฑิตา มณทารัตน์ มณทิญา มณี
มณียา มณีรุ่ง มณีวรรณ มธุรดา มนทกานติ์ มนรัตน์ มนัญชยา มนัศรา มนัส มนัสชัย มนิดา มลธิญา มลศิมา
มลิวรรณ มะลิ มะลิวรรณ์ มะลีวัลย์ มะสูเกียน มะเย็ง มัญชุพร มัตติกา มัทวรรณ มาซีเตาะ มานัส มานิดา
มานิตา มามิ มารตี มาริษา มารีนี มารีแย มารุด มาร์ค มาลินี มาลีวรรณ มาสิตะ มาโนชญ์ มุกธิดา มุทิตา
มุรซาลีน มูนีเราะห์ มูฮัมหมัดอิมรอน มูฮำมัด มเหศวร ยนงคราญ ยรรยง ยศพงศ์ ยศพนต์ ยศวัฒน์ ยอดแมน ยัสมี
ยารอน๊ะ ยุทธพันธ์ ยุทธพิชัย ยุธิดา ยุพดี ยุพราช ยุพาภรณ์ ยุพาวดี ยุภา ยุภาพร ยุลิน ยุศรอน ยูซนีย์
ยูซุฟ รชตกร รณกฤต รติรส รภัสพงษ์ รมิตา รวิวรรณ รวิวาน รอกีเย๊าะ รองฯ รอซาลี รอซีด๊ะ รอมือลี รอฮานา
ระพีพงศ์ ระพีพรรณ ระวีวัชร์ รักชนก รังษี รังสรรทญ์ รังสฤษฎ์ รังสินี รังสิยาภรณ์ รัชกร รัชฎาบูรณ์
รัชฏาพร รัชนิดา รัชพิมล รัฐพงษ์ รัตติกาล รัตติภรณ์ รัตติยากร รัตนพล รัตน์ติการ รัตมล รัศมี ราชพฤกษ์
ราชัน ราชันทร์ ราณี รายาวดี ราษฎร์พิชิต ราเมศ ริณพัตน์ รุจิภา รุสณี รุสดา รุ่งทิวา รุ่งฤดี รูเพิร์ท
รูไกยะฮ์ ร้อหมาด ฤชุตา ฤทธิไกร ฤทธิ์ชกร ฤทัยรัตน์ ลมุล ลลิตา ละอองดาว ลักษมี ลักษิกา ลัคนพงษ์ ลัดดา
ลัดดาวัลย์ ลำยอง ลินดา ลีเดีย วงศิยา วงศ์ตะวัน วณัฐดา วนัย วนาลี วนิดา วนิสรา วรจันทร์ วรดา วรดาพร
วรนาฎ วรปรัชญ์ วรพรรธน์ วรรณกร วรรณชนะชัย วรรณนิสา วรรณรัตน์ วรรณาต วรรณี วรวิช วรวินาย วรวีย์
วรศาสส์ วรศิษฎ์ วรัญรัตน์ วรากร วราภรณ์ วราวุฒ วรินทธิ์ธร วรินทร วรินลดา วริศรา วริษรา วริสรา วรเดช
วรเมธ วรเมษ วลัญช์รัตน์ วลัดดา วลัทยา วลี วสิตา วัชระ วัชรี วัชรีวรรณ วัฒนไชย วันฉัตร วันชนก วันวิสา
วันเพ็ญ วัลยา วัลลภ วานี วารุณี วาร์มูฮำหมัด วาศิณี วาสนา วาสุเทพ วิกาณดา วิกิจ วิจิตร วิชชากร
วิชญาณี วิชยานนท์ วิชา วิชาญ วิชุดา วิญญ์ วิณัฐตา วิถี วิทย์พงศ์ วิทูลย์ วินิจ วิพุธ วิภาวิน
วิมลทิพย์ วิมาลิน วิยะดา วิรชัย วิรศักดิ์ วิรินทร์ญา วิลาศิณี วิลาสินี วิวรรธน์ วิศรุต วิสายันต์
วิสาร วิสุดา วิเชษฐ์ วิเชียร วิไลรัตน์ วิไลลักษณ์ วิไลวรรณ วีณา วีรชัย วีรพจน์ วีรภัทร วีระกร
วีระวัฒน์ วีระวุธ วีระศักดิ์ วีระโชติ วีราวุทธ์ วีร์ชัญญา วีร์สุดา วุฒชริน วุฒิ วุฒิชัย ศกุลตลา
ศจีกาญจน์ ศดิศ ศตคุณ ศภัคชคง ศรชัย ศรลักษณ์ ศรสิทธิ์ ศรสุดา ศรัณยู ศรัณรัตน์ ศรายุทธ ศรายุทธ์ ศรายุธ
ศรินยา ศรีสวัสดิ์ ศศิธร ศศินา ศศิพิไล ศศิมา ศศิยา ศศิรินทร์ ศศิวมล ศักดิ์สิทธ ศัญพิชญ์ ศันสนะ
ศาสตราจารย์ ศาสตราจารย์คลินิก ศิธร ศินีนุช ศิรณัฐ ศิรพงศ์ ศิราณี ศิริขวัญ ศิริญา ศิรินันท์ ศิริพร
ศิริภรณ์ ศิริรักษ์ ศิริลักษณ์ ศิริวรรณ ศิริษร ศิริเกศ ศิริโฉม ศิวัชญา ศุภกร ศุภกรชนา ศุภกาญจน์
ศุภกิจ ศุภชัย ศุภนุนาย ศุภมงคล ศุภวิชญ์ ศุภสุดา ศุภัคศร ศุภัชฌา ศุภัสสรณ์ ศุภาณีย์ ศุภาศิล ศุภิสรา
ศุรศักดิ์ ษมาศักดิ์ สกล สกลวรรญ์ สง่าชัย สถิดา สนธยา สนั่น สมคิด สมจริง สมจิตร สมนึก สมบัติ สมบูรณ์
สมปอง สมพิศ สมภูมิ สมมล สมรัก สมหมาย สมัคร สมัชญา สมเกียรติ สมเด็จพระเจ้าอยู่หัวมหาวชิราลงกรณ สมโชค
สมใจ สรนัท สรยุทธ สรรเพชญ์ สรวงสุดา สรวิชญ์ สรัลรัตน์ สรัสนันท์ สราญจิตต์ สรายุทธ สราริน สราวุฒิ
สรุศักดิ์ สลินทิพย์ สวงษ์ สวรรยา สหัสมณี สหัสวรรษ สังวาล สัจจธรรม สัญชาน สัญญาลักษณ์ สัณห์สินี
สันชัย สันติราษฎร์ สาคร สาธิตา สาฝีย๊ะ สายชล สายฝน สายสุรีย์ สารสินธ์ สาวตา สำเภา สิตารัตน์ สิทธัญ
สิทธิชัย สิทธิพล สินสมุทร สิปปกร สิรวัฒน์ สิราพร สิรารัตน์ สิริ สิริกานต์ สิริชัย สิริญา สิริพงษ์
สิริพร สิริมา สิริมาภรณ์ สิริรดา สิริรัตน์ สิริลักษณ์ สิริลัดดา สิรีธร สีหราช สุกฤษฎิ์ สุกฤษตา
สุขประวีณ์ สุจิตรา สุชาดา สุชาติพรรณ สุชานาฎ สุชารัตน์ สุชาวดี สุชิน สุชิลา สุดธิดา สุดารัตน์ สุทกร
สุทธวรรณ สุทธาศิณี สุทธิชัย สุทธิณัฐ สุทธิดา สุทธิพงศ์ สุทธิพจน์ สุทธิภาคย์ สุทธิวรรณ สุทธิศักดิ์
สุธาดา สุธาทิพย์ สุธาวี สุธาสินี สุธิดา สุธินันท์ สุธินี สุธีมนต์ สุนันทิณี สุนิตา สุนิษา สุนิสา
สุปรานี สุพนธ์ สุพรรณพิมพ์ สุพรรณ์ สุพัฒนา สุพัตร สุพัตรา สุพิตรา สุภพงษ์ สุภัทริดา สุภาพร สุภาภรณ์
สุภาลักษณ์ สุภาลินี สุภาวดี สุมณฑา สุมัชญา สุรการณ์ สุรธัช สุรนัย สุรนีย์ สุรภา สุรวัช สุรวิชญ์
สุรศักดิ์ สุรษิต สุระ สุระพง สุรัสวดี สุรางรัตน์ สุริยวัฒน์ สุริยา สุรีพงศ์ สุรเชษฐ สุรเดช สุวคนธ์
สุวงศ์ษา สุวนันต์ สุวรรณรัตน์ สุวลี สุไลมาน สุไฮลัน สโรชา สไบทิพย์ หทัยรัตน์ หนูซิน หนูพิศ หม่อง
หรรษธร หรรษา หฤทัย หลักทรัพย์ หลี หล้า หัสรณ หาบ หายาตี อกัณห์ อชิตะวีร์ อชิรญาณ์ อณัฐตา อณาวิน
อณิษา อดิสรณ์ อติกร อติกานต์ อธิชา อธิตยา อธิวัตร อนัญญา อนิวัฒน์ อนิศรา อนุบาล อนุพงค์ อนุพล อนุภาส
อนุวัช อนุวัต อนุสรา อนุเทพ อภิชญา อภิชาติ อภิรดี อภิรัตน อภิลักษณ์ อภิวรรณ อภิศรา อมลวรรณ อมัด
อรจิรา อรชา อรญา อรณิชา อรพรรณ อรพิณ อรรคพล อรรจน์ อรรถชัย อรรถพล อรรถวิโรจน์ อรรถเกียรติ อรวรรณ
อรอุมา อริญา อริยา อริสรา อริสา อรุณ อรุณชัย อรุณพงษ์ อรุณี อรไท อลงกรณ์ อลิษา ออย อักษราภัค
อัคคเดนาย อัครพนธ์ อังคณา อัจฉรี อัญชลี อัญชัญ อัญชิษฐา อัญญารัตน์ อัญธิกา อัญพัชร์ อัญมณี อัฎฐพล
อัทธสิทธิ์ อันธิกา อับดุลเลาะห์ อัมซะห์ อัลวีณา อัศวรักษ์ อัษฏา อาซิ อาซือมะ อาดิษฐ์ อาทิตติยา
อาทิติ อาทิติยา อาภรณ์ อาภัศรา อาภานันท์ อาภาศิริ อามีเนาะ อารญา อาริณี อารี อารียา อารีย์ อาร์ต
อาหมาด อาฮามัด อาแอเสาะ อำคา อำพร อำไพ อินทรีย์ อินท์วาริน อิบนิลอายาด อิลมี อิลฮัม อิศราภรณ์
อิสระชัย อิสรันดร์ อิสรีย์ อีลอน อุกฤษฎ์ อุดมลักษณ์ อุบลวรรณ อุลัยพร อุษณีย์ อุไร อเนก อเนชา ฮานาน
ฮานาฟี ฮาฟิต ฮามีย๊ะ ฮาลีม๊ะห์ ฮูดา เกตนิภา เกตน์นิภา เกริกพล เกวลี เกศกนก เกศรา เกศราภรณ์ เกศรินทร์
เกศศรินทร์ เกศสุดา เกศินี เกษมชัย เกษมสุข เกษร เกษรา เกียรติก้อง เกียรติดำรงค์ เกียรติศักดิ์ เขมจิรา
เขียว เจตธนากร เจตพล เจตพินิษฐ์ เจตรินทร์ เจนจิรา เจนนิสา เจษฎากร เจษฎาภรณ์ เจษฏาภรณ์ เฉลิมพล
เฉลิมรัฐ เฉลิมรัตน์ เฉลิมวัฒน์ เฉลิมเกียรติ เฉลียว เชิงชาย เชิด เดชภูมิ เดชาวัฒน์ เดโช เดโนาย
เตชพัฒน์ เตชิต เถลิงยศ เถลิงเกียรติ เทพณรงค์ เทพทัต เทพนารี เทอดศักดิ์ เทียมศักดิ์ เทเวศวร์
เนกษ์วิชนาถ เนตรนภา เนตรยา เนตรฤดี เนติลักษณ์ เบญจมาภรณ์ เบญจวรรณ เบญญาทิพย์ เบญญาภา เบ็ญจวรรณ
เปมนีย์ เปรียว เปลี่ยน เปี่ยมเดช เปี่ยมโกมล เพชรมณี เพชรรัตน์ เพชรรุ้ง เพชรี เพทาย เพียงกมล
เพ็ญทิพย์ เพ็ญพรรษา เพ็ญพักตร์ เพ็ญยุภา เพ็ญไพลิน เมทนี เมทินี เมษา เมอร์ดอค เยาวรัตน์ เย็นฤดี เรณู
เรวดี เรืองวิสิฐ เรืองเกียรติ เรืองเดช เรืองโรจน์ เลิศเดช เลื่อน เสก เสรี เสาวลักษณ์ เส็น เหน่ง
เอกชัย เอกนรี เอกพล เอกวัฒน์ เอกวิทย์ เอกอธิพงษ์ เอนกพงศ์ เอมมิกา เอ็ดดี้ เเพรวนภา แกมแพร แก้วใจ
แปลก แปลง แพรพรรณ แพรวพลอย แมะยะ แวรอยฮัน แสงสุรีย์ แสงโสม แอนนา แอมป์ โกมล โกมินทร์ โกมุท โกวิทย์
โฅไมนี โชคภาดล โชคอำนวย โชติกา โชติวุฒิ โซรายา โพธิ โพสิฐ์ โมนา โยธกานต์ โยธิการ์ โรซาดีย์ โรสชา
โสภจรี โสภณ โสภณิตา โสภา โสรญา โสรยา โสฬส โอชิษฐ์ โอภาส ใกล้รุ่ง ใจกลาง ไชยพิพัฒน์ ไชยภพ ไซตุล ไพฑูร
ไพรี ไพสิฐ ไมล์ ไมเคิล ไวพจน์ あおい あかり あしかが あすか あやか あやの あゆみ いつき かいと かおり かずや くみ子 けいこ けんた こうた さくら さやか
さゆり しゅん しょうた そうた たかし たくみ たける だいき つばさ とくがわ ともこ なおき なつみ のぞみ はやと はるか はると ひかり ひなた ひろし ひろみ まなみ まゆみ みさき
みなもと めぐみ ゆうき ゆうた ゆうと ゆかり ようこ りょうた アキラ アケミ アスカ アツシ アレクサンドル アントニオ アーサー イエス ウィリアム エドワード エマニュエル オサム オットー
カオリ カズヤ カール ガストン キョウスケ クミコ ケンイチ ゲオルク コーリン サトミ サユリ シュウヘイ ショウタ ジェイムズ ジェームズ ジャン ジュン ジョニー ジョン ジョージ スタン
スティーブ スティーヴン ソウタロウ タイチ タクマ タロウ ダニエル チャールズ ツバサ デイヴィッド デヴィッド トマス トモヤ ナオキ ナオコ ナオト ナナミ ナポレオン ニコライ ハナコ
ハルカ ヒデキ ヒロシ ビンス ヘルマン ヘンリー ポール マアヤ マナブ マヌエル マルコ マルティン マーク ミカコ ミツル ミノル モモコ ヤスヒロ ユウキ ユウタ ユミコ ヨウイチ ヨウコ
ヨウスケ ヨハン リョウスケ リョウヘイ ロバート 久美子 健太郎 八重子 千代子 史蒂芬 恵美子 明日香 由美子 真由美 美代子 美加子 美智子 聡太郎 菜々子 裕美子 麻衣子 가람 가빈 가연
가영 가온 가윤 가은 가인 가현 강민 강우 강현 건우 건호 건후 건희 경민 경수 경숙 경자 경희 고은 고토 광수 규리 규민 규빈 규현 나경 나린 나연 나영 나윤 나율 나현 니콜
니키 다경 다빈 다솜 다연 다영 다온 다원 다윤 다율 다은 다인 다현 다혜 다희 단비 단아 단우 대현 데이비드 데이빗 도겸 도경 도아 도연 도영 도원 도윤 도율 도은 도준 도진
도하 도현 도훈 도희 동건 동규 동우 동욱 동윤 동준 동하 동혁 동현 동훈 라엘 라온 라윤 라희 레슬리 레이 로리 로버트 로아 로운 로이 루아 리나 리아 리안 리원 리처드 마리옹
마이클 마크 마틴 메리 명숙 명자 미경 미소 미영 미정 민건 민결 민경 민규 민기 민서 민석 민성 민솔 민수 민아 민영 민우 민재 민정 민준 민지 민찬 민채 민하 민혁 민호 범준
병철 보경 보람 보미 보민 브라이언 브래드 산드라 상민 상우 상윤 상철 상현 상호 상훈 새봄 샤를리즈 서린 서빈 서아 서연 서영 서우 서원 서윤 서율 서은 서인 서정 서준 서진
서하 서현 서호 서후 서희 석현 선영 선우 선율 선호 설아 성민 성빈 성수 성원 성윤 성준 성진 성현 성호 성훈 세린 세빈 세아 세연 세영 세은 세인 세준 세현 세훈 세희 소담
소미 소민 소연 소영 소원 소윤 소율 소은 소이 소정 소피 소현 소희 수민 수빈 수아 수연 수인 수잔 수지 수진 수혁 수현 수호 숙자 순기 순옥 순자 스칼렛 스티븐 슬아 승민 승빈
승아 승연 승우 승원 승유 승윤 승재 승주 승준 승찬 승현 승호 승환 승후 승훈 시아 시안 시연 시온 시완 시우 시원 시윤 시율 시은 시준 시헌 시현 시호 시환 시후 시훈 신우
아라 아름 아린 아만다 아연 아영 아윤 아인 아준 아진 아현 애슐리 앤더슨 앤드류 에릭 에이미 여원 여준 여진 연서 연수 연아 연우 연재 연주 연준 연지 연호 영길 영미 영민 영수
영숙 영순 영식 영우 영일 영자 영준 영진 영철 영호 영환 영희 예나 예담 예린 예림 예빈 예서 예성 예솔 예슬 예원 예은 예인 예주 예준 예지 예진 예찬 옥순 옥자 온유 요한
용준 우디 우빈 우성 우영 우주 우준 우진 우찬 우현 원우 원준 윌리엄 유건 유경 유나 유라 유림 유민 유빈 유성 유안 유은 유이 유정 유주 유준 유진 유찬 유하 유현 윤건 윤서
윤성 윤슬 윤아 윤우 윤재 윤주 윤지 윤진 윤찬 윤채 윤하 윤호 윤후 은경 은별 은비 은빈 은서 은설 은성 은솔 은수 은영 은우 은유 은율 은재 은정 은주 은준 은지 은찬 은채
은혁 은혜 은호 이든 이브 이서 이솔 이안 이준 이한 이현 인우 재민 재영 재우 재윤 재율 재은 재이 재인 재준 재하 재혁 재현 재호 재훈 재희 저스틴 정남 정민 정빈 정수 정숙
정순 정연 정우 정웅 정원 정윤 정은 정자 정현 정호 정후 정훈 정희 제니퍼 제레미 제이 제이미 제인 제임스 제프 조지 종수 종현 주아 주안 주영 주완 주원 주은 주하 주혁 주현
주호 주환 주희 준서 준석 준성 준수 준영 준우 준원 준혁 준현 준형 준호 준후 준희 줄리안 중수 지민 지성 지수 지아 지안 지연 지영 지오 지온 지완 지용 지우 지운 지웅 지유
지윤 지율 지은 지인 지한 지혁 지현 지혜 지호 지환 지효 지후 지훈 진서 진우 진혁 진호 찬영 찬우 찬희 찰리 채린 채민 채빈 채아 채연 채영 채원 채윤 채율 채은 채이 채현
채희 춘자 카메론 케빈 콜린 크리스 크리스토퍼 클로드 태건 태경 태리 태린 태민 태성 태양 태연 태영 태오 태우 태윤 태율 태은 태이 태인 태준 태하 태현 태호 태환 태훈 태희
토미 페드로 피터 하늘 하람 하랑 하리 하린 하민 하빈 하성 하엘 하연 하영 하온 하윤 하율 하은 하음 하준 하진 한나 한별 한울 한율 해나 헨리 현민 현빈 현서 현석 현성 현수
현숙 현승 현아 현우 현정 현주 현준 현진 현호 형준 혜린 혜민 혜빈 혜성 혜원 혜윤 혜인 혜정 혜진 호준 호진 효린 효원 효은 효주 효준 희원 희찬`;

/** Given names that are words, too: names only with a capital. */
export const capitalNames = `
ANDERS Aad Aba Abe Abi Abondance Abu Aby Abı Abū Adak Adam Adama Adar Ade Adel Adem Adi Adil Adlı
Admir Ady Afi Afton Ahenk Ai Aida Aimable Aimé Aimée Aina Ajan Ajana Aksel Akı Akım Akın Alan Alana
Aldus Alen Alene Alf Ali Alin Alize Alkış Allen Altan Altin Aly Amada Amado Amador Amant Amante Amaç
Amel Amely Amie Amin Amine Aminte Amir Amish Amour Amparo Amr Amy Ana Anar Anda Anders Andre Andres
Ane Anel Ang Ange Anke Ann Anna Anne Annet Ans Ant Antal Antall Ante Anya Apo Arch Arda Ardıç Aren
Ari Aria Arie Armağan Artan Aru Arya Arzu Arı Asa Asha Asil Asu Ata Ataman Ati Atlı Atma Atmaca Atıf
Atım Atış Aud Auguste Aura Autumn Ava Avar Avi Avocatul Awa Awj Axel Aya Ayah Aydan Aydın Ayn Ayu
Aziz Aşan Aşkın Bade Bagus Bai Bakti Bakır Balta Bancar Bao Barbara Barbe Barbu Baris Baron Barın
Bas Basan Basar Baskın Basma Bastı Bayram Bayındır Bağa Bağdaş Bağış Bea Beau Bebe Beda Beker Bela
Belek Bell Ben Bena Bence Bende Benjamin Bent Berat Besin Bett Bette Beyler Beğ Beşer Bia Bibi
Bienvenida Bilge Bilgin Bill Birdie Bitten Björn Bjørn Blanka Blaze Blessing Bo Boas Bob Bodhi Boe
Boel Boet Bozan Boğa Bram Brandy Brant Brede Brent Brett Brisa Britt Bror Brown Bruna Brune Buck
Bucur Bud Buddy Bulan Bulmuş Bulut Buğday Bölen COmfort Cade Cal Cam Candan Candida Cao Capa Caridad
Cas Catur Celeste Cesar Cevheri Chan Charity Che Chefe Chick Chico Chip Chrome Chrétien Cielo Cierra
Claire Clara Clare Cliff Clémence Coby Coco Colombe Colt Concha Conde Conducătorul Constance
Constant Consuelo Cord Corto Count Coy Coşkun Cristiana Cristiano Criticul Céleste Dado Dag Dalai
Dale Damar Damla Dana Dane Danil Danne Daria Daru Dato Datta Davor Dean Deb Dedi Dee Defne Dejan Del
Delil Derin Derya Deste Destin Dev Devi Devin Deviner Dex Değer Diamond Dick Digna Diken Diler Dina
Ding Direnç Diri Dl Dna Doamna Doc Dodo Dolores Dolunay Domnul Domnule Don Donat Dong Donna Dono
Dood Dorit Douce Dov Doğan Draga Drew Duda Duke Dulce Duquesa Durmuş Duru Dusty Duygu Dwi Désiré
Döndü Döner Ea Earnest Eba Ebbe Ebu Ece Ed Eda Ede Edi Edil Edin Edu Eef Eek Efe Ega Egemen Eira Eja
Ejecutivo Eka Eko Eli Elin Eline Elke Ella Ellen Elli Elma Elmas Els Elva Ema Emas Emel Emin Emir
Emperatriz Emperor Emy Ena Encarna Enda Ender Endre Enfes Engin Enteng Erdem Eren Ergin Erin Erna
Ernst Esat Esi Esin Esse Estela Ester Esteve Eta Ethyl Etta Eva Eve Evin Evren Evrim Evy Ewa Eya Fab
Fae Fahri Faith Faize Falak Falan Fancy Farkas Farmer Fasih Fay Fazilet Feda Fede Felicidad Felicity
Ferdi Ferman Fern Ferne Ferry Fiacre Fidel Fidèle Fikri Finn Firas Fleur Flo Floare Floarea Flor
Folly Forrest Fos Foster Franco Frank Fred Funda Félicité Fê Gad Gada Gage Galak Gale Galen Galip
Gallego Galo Ganda Gao Gazel Gede Gelin Gema Gene Generalul Georgian Georgiana Gestor Gia Gigi Gil
Gitte Giz Gizem Gloria Grace Gracia Grant Greet Grega Gro Gry Gu Gui Guney Guo Gus Gust Guy Guyot
Gál Gök Gözde Gülen Günden Güven HRH Habil Hacer Hadi Hafız Hafıza Hagen Hakan Hakem Hakikat Hakim
Hakkı Hal Hale Halim Hank Hanne Hans Hardi Hardy Harita Harm Harper Harry Harsh Hasret Hasse Hawa
Haya Hayal Hayali Hayati Hayret Hazine Hein Helga Hellen Hende Herb Herbie Hermano Hester Hiba Hind
Holden Homer Honore Honoré Hu Hud Huh Hunter Huo Hükümdar Hülya Hürmet Hồ Iac Ian Ib Iban Ibn Ibolya
Icu Ida Idir Idy Ifa Ika Ikram Ilan Ilham Iman Imi Imperador Imperatriz Impressora Ina Inanç Indah
Inder Indi Ine Inger Inna Innocent Insa Intan Ion Ira Irfan Isa Ise Istoricul Iva Ivo Ivy Iz Ize
Işin JJ Jack Jacka Jad Jada Jaga Jagat Jai Jail Jaka Jan Jane Janet Jaren Jax Jay Jaś Jed Jef Jen
Jens Jente Jette Jil Jim Jin Jip Jo Joe John Joke Jolie Jon Joo Jop Juan Juca Judge Juhász Jule
Julienne Jun Jur Jure Juri Justo Jül Kade Kai Kaj Kaja Kajen Kala Kalbi Kalender Kalle Kamar Kamel
Kana Karabaş Karaca Karamba Kardelen Karen Karja Karl Karla Karman Karna Karta Karácsony Kata Kati
Kay Kayıt Kaşif Kei Kemal Kemi Ken Kende Kev Khaan Kibar Kid Kim Kimi Kin King Kip Kira Kiraz Kiri
Klara Klas Klea Knots Knut Kocsis Koen Koko Koldan Kon Koningin Kool Kori Kr Kris Kristen Kritika
Kumar Kumral Kurt Kyla Kåre Kövér Kılıç Kıvılcım Kıymet LXI Labuh Lady Lai Lal Lana Lance Lander
Lara Lars Lasse Lata Latife Lea Lee Leen Leia Leider Leire Lelah Lembah Len Lenn Lennie Leo Lera
Leszek Leta Leu Lev Levy Lew Lex Leydi Li Lia Lias Lida Lien Lieve Lil Lilla Lim Liman Lin Linda
Linde Linet Linne Lintang Lio Lis Lisa Liu Liv Liz Loa Lois Lon Lord Lorde Lore Lori Lott Lou Louca
Louis Loup Lova Loy Loyal Lua Luc Lucky Lue Luk Luka Luna Lune Lura Lut Lya Lyda Lykke Lyn Lynne Léa
Léo Lía Lőw Maan Macie Mack Madonna Maestrul Mahir Maia Makan Maki Maks Maksud Malik Malin Malte
Malu Maman Mamie Manar Manja Manuel Manus Mao Mara Marah Marcial Marciano Marco Marcos Marcu Marek
Mareșalul Marge Mari Marie Marin Marina Mario Mark Marka Marques Marquis Marquise Marqués Martial
Mary Matar Mats Matt Max Maxi Maxim Maxime Maximus Maya Maé Maître Maï Meat Meja Mel Melek Melodi
Mentor Mercan Merész Mestre Method Metin Mette Mex Meşhur Mia Miel Mijlocașul Mila Milagros Miles
Milka Milla Mille Milt Mina Mindenható Ministro Minna Miran Misi Mistrza Mitt Moa Modesta Mody
Modèle Mona Monja Moreno Mos Mose Muddy Muhterem Mulla Mulya Muni Musa Mutua Muvaffak Muzaffer Mya
Myra Máxima Máximo Mélodie Mía Mücevher Münevver Müren Nacer Nades Nadi Nadir Nadzieja Nae Nail
Nancy Nando Nas Nat Naz Ned Nela Nele Neo Nesta Nete Neto Neven Neşe Ng Nia Nihai Nik Nikki Noa
Noble Noel Norm Norma Normand Novella Nowi Nox Noé Noë Nyers Nyolcadik OC Obi Obie Odo Oke Ola Ole
Olha Oliva Olive Oliver Oma Ona Oni Ora Oral Oren Orla Ortak Oruç Outer Ova Ove Owe Oya Ozy PJ
Pacífica Padam Padres Paige Pali Paloma Pam Pangeran Panna Papa Param Parker Parla Pastor Pastora
Pat Patience Patriarhul Paus Paye Pelle Penny Peren Peri Perle Personalului Peso Petar Pete Pia Pie
Piedad Pien Pier Pierre Pietra Pilar Pim Pip Piper Pisti Pit Pokolenie Polgár Pope Porter Pr Preot
Preston Price Primitiva Primitivo Prince Princesa Princess Prins Prințul Profesorul Prosper Prudence
Pu Puk Purity Purtătorul Putte Pál Pär Pål Pères Pía Pío Părintele Quinto RTP Rabia Racha Raden
Radion Rae Rafa Rahat Rahmet Raid Raj Rama Ramadan Ramadhan Ramiro Ransom Ravi Ray Razı Rea Rector
Reed Refah Regelui Regina Regula Rein Reine Reiner Reis Rena Rene Rengin Reo Reta Reto Rex Rey Reyes
Ria Ric Rich Rida Rie Riff Rik Rika Rike Rim Rima Riv Roar Rob Robi Robin Roch Rod Romain Romaine
Roos Rosa Rose Roser Roy Rudi Rudy Ruhsat Rui Rusty Rut Ruy Ryk Rym Rózsa Rüya Sabah Sabar Sabır
Sadık Sahil Sai Sair Saka Sam Sami Sandy Sanna Sanne Santos Sare Sauveur Saydam Saygın Sayin Saçı
Scarlet Scooter Sean Secretarul Sedef Sef Sefer Selin Selo Semender Senta Sergi Serhat Serin Sev
Sevda Sevdi Sever Severo Sevgi Sevinç Sexto Sezen Seçkin Seçme Señor Sfinților Shade Shō Sid Sien
Signe Silvestre Sim Sincere Sine Siper Sir Sirap Siv Skyla Smita Smith Sola Solange Soledad Soma
Soros Speranța Stan Steen Stein Stela Sten Stewart Stien Stig Stilla Sue Suge Suman Sunan Sune Sunny
Suor Surya Susam Sys Szilárd Söyler Søs Süvari Sırrı Taban Tad Tai Talat Tali Talon Tamam Tan Tane
Tanya Tanır Tao Tapan Tara Tarak Tari Tarik Tasvir Taşkın Ted Teguh Tej Temel Teo Tere Thi Ties
Tiger Tim Tina Tindra Tira Toby Tom Toma Tomas Tompa Tomurcuk Tone Tono Tony Toon Tope Tove Traci
Traute Trent Tri Tránsito Tugay Tui Tunç Ture Turna Tutku Tuyuğ Ty Téo Tőkés Uda Udo Ugo Ulf Uli Umi
Umur Umut Unggul Unique Unni Uno Urbain Urbano Urs Uta Ute Utz Uwe Uygun Uğur VI VII Vagn Vali Valid
Van Varlık Vefa Vena Venus Verim Verla Vern Verne Vesile Veta Vicdan Victima Vide Vik Vilde Vinnie
Viola Violet Violette Virág Visar Vital Volkan Vuk Vve Võ Wage Wang Ward Wes Wiara Wiem Wies Willa
Willi Wilt Wim Winny Wiz Wolf Woody Wu Xem Xu Yaa Yalın Yan Yana Yang Yankı Yaprak Yara Yargı Yatan
Yaw Yaya Yazan Yaşar Yda Yener Yip Yonca Yoo Young Yse Ysé Yu Yui Yunus Yurttaş Yüce Yıldır Yıldırım
Zac Zack Zak Zarar Zef Zeki Zev Zia Zihni Zina Zoe Zoé Zoë Zé Ági Áron Åge Åke Åsa Åse Çaba Çağdan
Çelik Çiçek Çiğdem Ève Éva Évi Împăratul Öge Ömür Önder Özden Özdeş Özlü Üge Ümit İbn İbo İde İnsaf
İnç İrfan Św Şahin Şefi Şeref Şerif Şiir Şir Şöhret Адам Азат Айбар Айша Алмас Алуа Аня Арман Асқар
Аян Батыр Бақыт Берік Болат Бірлік Ван Вера Волков Ган Гриб Дана Дастан Де Дель Дж Ди Дэй Дәулет
Жанар Жақсылық Жеңіс Жомарт Жұлдыз Заслуженный Зоя Ибн Ив Ира Ия Ким Кир Киш Кук Лев Лена Ли Лу Лука
Любовь Майя Марка Мейрам Мерей Моро Мұрат Надежда Назар Нил Оля Пров Пэн Рахат Рик Рой Роман
Салтанат Самал Света Серік Сила Слава Тит Тома Төлеген Ули Франк Хан Хо Ху Чо Шон Эш Юля Ян Яна Яша
Қайрат Қанат Қорған Қуаныш Қуат Қымбат Ұлан Әділ Әсем`;
