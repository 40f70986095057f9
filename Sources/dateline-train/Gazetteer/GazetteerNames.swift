/// Given names common in news and missing from the American lists.
let foreignFirstNames = (
  male: """
  Abbas Abdallah Abdel Abdelaziz Abdelfattah Abdulaziz Abdullah Abdulla Abdirahman Abiy Abubakar Adel
  Adnan Agus Ahmad Ahmed Akbar Akihito Akio Akira Aleksandar Aleksander Aleksandr Aleksei Aleksey Alexandre
  Alexei Alexey Alexis Alfonso Ali Aliaksandr Alisher Amadou Amir Amit Anatoly Anders Andrei Andrej Andrey
  Andriy Andrzej Anton Antoni António Anwar Arjun Arkady Arnaud Arvind Asghar Ashok Ashraf Asif Aslan Atal
  Atiku Augusto Aung Ayman Aziz Babak Bakhtiyar Barham Baruch Bashar Bashir Bassam Bayram Benigno Benjamin
  Benoît Benyamin Bilal Binyamin Bogdan Bohdan Boris Borut Branko Bronisław Bülent Carles Cemil Cheng Chung
  Ciro Cyril Dae Daniil Danilo Daoud Dariusz David Denis Denys Didier Dieter Dinesh Dmitri Dmitriy Dmitry
  Dmytro Donald Dragan Ebrahim Eduard Egor Ehud Emmanuel Emomali Enrique Erdal Erdoğan Esmail Evo Eyal
  Fahd Faisal Farouk Fathi Fayez Felipe Ferdinand Fernando Fidel Florian François Friedrich Fumio Fyodor
  Gaël Gamal Gaurav Gennady Georgi Georgy Gerhard Ghassan Giorgi Giorgio Giovanni Giuseppe Goran Grigory
  Guillaume Guillermo Guido Gustavo Günter Habib Hadi Hafez Haider Haitham Hakan Hamad Hamdi Hamid Hans
  Haris Haruhiko Hasan Hashim Hassan Heiko Heinrich Heinz Helmut Henrique Heydar Hideki Hiroshi Hosni
  Hossein Houari Hugo Hun Husain Hussain Hussein Ibrahim Igor Ilham Ilya Imad Imran Iñigo Ion Ioannis Islam
  Ismail Ismaïl Itamar Ivan Ivica Iván Jacek Jair Jalal Jamal Jan Janez Janusz Jarosław Javad Javier Jawad
  Jean Jens Jerzy Jiang Jiří Joachim João Johann Jokowi Jong Jorge Josef José Josip Joko Juha Julián Jun
  Junichiro Jürgen Kamal Karim Karel Karl Kassym Kazuo Kemal Khaled Khalid Khalifa Kim Kirill Kofi
  Kostas Krzysztof Kumar Kurmanbek Kyriakos Lars Lech Leonid Leopoldo Leszek Li Liam Lin Louis Luis Luiz
  Lukas Lukasz Luka Maciej Mahathir Mahdi Mahinda Mahmoud Mahmud Maksim Mamadou Manmohan Manuel Marat Marek
  Mariano Mario Mariusz Marko Markus Martín Marwan Masahiro Masoud Masud Massoud Mateusz Matteo Matthias
  Maxim Mehdi Mehmet Mehmed Meles Miguel Mihai Mikhail Mikheil Mikola Milan Milo Milos Miloš Min Minoru
  Miroslav Mohamad Mohamed Mohammad Mohammed Mohamud Mohsen Mohd Moqtada Morgan Mostafa Moussa Muammar
  Muhammad Muhammadu Muhammed Mukhtar Muqtada Musa Mustafa Mykhailo Mykola Naftali Najib Narendra Nasser
  Nawaf Nawaz Nayib Nguyen Nicolae Nicolas Nicolás Nikita Nikola Nikolai Nikolay Nikol Nizar Nouri Nuri
  Nursultan Olaf Oleg Oleh Oleksandr Oleksii Oleksiy Olivier Omar Omer Ömer Osama Osman Ousmane Pablo Park
  Pascal Pavel Pavlo Pavol Pedro Pervez Petar Petr Petro Philippe Pierre Pieter Pietro Piotr Pranab Prayut
  Qasem Qassem Rachid Radosław Rafael Rafic Rafiq Rahul Raila Rajesh Rajiv Ram Ramón Ramzan Ranil Raúl
  Rashid Recep Reinhard Reza Riad Ricardo Riek Rinat Robert Roberto Rodrigo Rohit Roman Ruben Ruhollah
  Rustam Ryszard Saad Sabah Saddam Sadiq Saeed Salah Saleh Salem Salim Salman Salva Sami Samir Sanjay Santiago
  Satoshi Sayyid Sebastián Seif Selim Serdar Serge Sergei Sergey Sergio Serhii Serhiy Shaukat Shavkat
  Shehbaz Shigeru Shimon Shinzo Shirin Silvio Slobodan Sooronbay Stanislav Stefan Stefano Stéphane Subramanian
  Sultan Sunil Suresh Susilo Syed Tadeusz Taha Tarek Tariq Taro Tayyip Tedros Thabo Thaksin Tigran Tomasz
  Tomás Toomas Toshihiro Uhuru Umar Umaru Urho Vadim Valdis Valentin Valery Vasily Viacheslav Viktor Vinod
  Vitali Vitaly Vitalii Vijay Vikram Vladimir Vlad Vladislav Vojislav Volodymyr Vuk Vyacheslav Wael Wagih
  Walid Wang Wen Werner Wilhelm Willem Władysław Wojciech Wolfgang Xavier Xi Yahya Yair Yang Yannis Yasser
  Yasir Yaroslav Yasuo Yevgeny Yevhen Yitzhak Yoav Yoon Yoshihide Yoshihiko Yoweri Yuri Yuriy Yury Yusuf
  Zaher Zakir Zalmay Zbigniew Zdravko Zhang Ziad Zine Zoran Zulfikar Zurab Álvaro Ángel Óscar Đặng Žarko
  """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init),
  female: """
  Aaliyah Aicha Aisha Alena Aleksandra Alenka Alexandra Alina Alyona Amal Amina Amira Ana Anastasia
  Anastasiia Angela Angélique Anita Annalena Anne Annegret Anushka Arancha Aung Ayşe Aya Aziza Bahar Beata
  Beatriz Benazir Benita Bożena Brigitte Carme Catarina Cécile Chandrika Chantal Chiara Chloé Christiane
  Clémentine Cristina Dalia Dariga Darya Delphine Dilma Dina Dominika Dora Doris Edith Ekaterina Elena
  Elisabeth Elif Elżbieta Emine Esma Esperanza Ewa Farah Fatema Fatima Fatma Fatou Federica Fernanda
  Florence Françoise Gabriela Galina Giorgia Giulia Gloria Golda Greta Gro Gulnara Hanan Hanna Hanan Hatice
  Hayat Heba Helena Helle Hina Huda Hülya Ikram Ilse Indira Inés Ingrid Irena Irina Isabel Ivanka Ivana
  Jacinda Jadwiga Jana Jasmina Jelena Joanna Johanna Jolanta Joumana Julia Juliana Kaja Kamala Karima
  Katarina Katarzyna Katerina Katrín Keiko Khadija Khaleda Kolinda Ksenia Layla Leila Leyla Lidia Lilia
  Liudmila Lucía Ludmila Luisa Lyudmila Magdalena Malala Małgorzata Manuela Margarita Margrethe Maria
  Mariam Marina Marine Marta Maryam Masih Masha Mayra Megawati Mei Meghan Meral Meryem Michelle Milena
  Mina Mireille Mona Monika Nabila Nadia Nadezhda Najat Nana Naomi Narges Nasrin Natalia Natalya Nathalie
  Nawal Nazanin Neha Nikki Nino Noor Noura Nurul Nicola Oksana Olena Olga Oprah Paola Patricia Petra Polina
  Pratibha Priyanka Rafaela Raisa Rana Rania Rebiya Retno Rima Rosario Roza Roxana Ruth Sabina Safiya Sahar
  Salma Samantha Samira Sandra Sanna Sara Sayeeda Ségolène Sigrid Silvia Simonetta Sima Sirimavo Sofia
  Sonia Soraya Sri Stefania Sushma Suu Svetlana Sviatlana Swetlana Tamara Tanja Tatiana Tatyana Teresa Tsai
  Thuli Tzipi Ursula Urszula Valentina Valeria Vanessa Vera Verónica Veronika Vigdís Viktoria Vjosa Wangari
  Winnie Xiomara Yael Yekaterina Yelena Yingluck Yoko Yukiko Yulia Yuliya Yuriko Zahra Zainab Zeinab Zeynep
  Zinaida Zoya Zuzana Ángela Élisabeth
  """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
)
