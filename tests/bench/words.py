"""Made-up names of many origins and sentences a key worker might write, for benchmarks."""

from __future__ import annotations

import random
from itertools import product

_GIVEN = """
Aaliyah Aaron Abdul Abigail Abimbola Adam Adebayo Agnieszka Ahmed Aidan Aisha Alan Alastair
Aleksander Alexandra Alfie Alice Amara Amelia Amina Amit Ana Andrea Andrei Aneesa Angharad
Anne-Marie Anthony Anya Archie Arjun Arthur Asha Ayaan Ayesha Barbara Beatrice Benjamin Bethany
Bilal Blessing Bogdan Bronwyn Callum Cameron Carys Catherine Chantelle Charlotte Chen Chiara
Chidi Chloé Christopher Ciara Clara Connor Dafydd Daniel Danielle Daria David Deepa Deborah Demi
Denzel Diana Dilys Dominic Donna Dylan Ebony Edward Eilidh Eleanor Elena Elizabeth Ella
Ellie-Mae Emeka Emily Emma Erin Esme Ewa Farah Fatima Faith Fiona Florence Folake Frances Freya
Gareth George Georgina Grace Gurpreet Gwen Habiba Hamza Hannah Harpreet Harriet Harry Hassan
Hayley Heather Helen Hiba Hugo Huw Ibrahim Ifeoma Imani Imogen Imran Ines Ioana Isaac Isabella
Isla Ivan Jack Jacob Jade James Jamila Jasmine Javier Jayden Jean Jennifer Jeremiah Jessica Jin
Joanna Joel John Jonathan José Joseph Joshua Joy Julia Kamil Karolina Katherine Kayleigh Keira
Kelly Kenneth Khadija Kieran Kiran Krzysztof Kwame Kyle Laila Lara Laura Layla Leah Leanne Lee
Leila Leo Lewis Liam Lily Linda Lorraine Louise Lucas Lucy Luke Madeleine Magdalena Mahmoud
Maisie Malik Manpreet Marcus Margaret Maria Mariam Mark Martha Martin Mary Mateusz Matilda
Matthew Maya Megan Mei Mia Michael Michelle Mihai Milena Mohammed Molly Morgan Muhammad Musa
Nadia Naomi Natalie Nathan Neha Niamh Nicholas Nicola Nikhil Nimra Noah Noor Oliver Olivia Olu
Omar Oscar Osman Owen Paige Pascal Patricia Patrick Paul Pawel Peter Philip Phoebe Piotr Poppy
Precious Priya Rachel Rafael Rahim Ravi Rebecca Rhiannon Rhys Riley Robert Roisin Roza Ruby Ruth
Ryan Sabrina Sadia Safiya Samantha Samuel Sana Sara Sarah Sean Sebastian Selma Shabnam Shannon
Sharon Sian Simon Sinead Siobhan Sofia Sophie Stacey Stefan Stephen Sumaya Susan Tamsin Tariq
Temitope Thandiwe Theo Thomas Tiana Tomasz Tracey Tyler Uzma Valentina Vera Victoria Vikram
Violet Wanjiru Wei William Xavier Yasmin Yolanda Yusuf Zachary Zainab Zara Zofia Zoë
"""
_FAMILY = """
Abbott Abdi Abdullahi Achebe Adams Adeyemi Afolabi Ahmed Akhtar Ali Allen Anderson Andrews
Armstrong Asante Ashworth Atkinson Bailey Baker Bálint Banerjee Barker Barnes Begum Bell Bennett
Bianchi Black Boateng Booth Bradley Brooks Brown Burgess Butler Campbell Carter Chapman Chen
Chowdhury Clark Cohen Coleman Collins Cook Cooper Costa Cox Cruz Davies Davis Dawson Demir Desai
Dhillon Dixon Doyle Dubois D’Souza Dunn Edwards Eze Ellis Evans Farah Fernandes Fisher Fletcher
Foster Fraser Gallagher García Gibson Gill Gordon Graham Grant Gray Green Griffiths Gupta Hall
Hamilton Harris Harrison Hart Hassan Hernández Hill Holmes Howard Hughes Hunt Hussain Hussein
Ibrahim Iqbal Islam Ivanova Jackson James Jankowski Jenkins Johnson Johnston Jones Joshi Kamara
Kaur Kaya Kelly Kennedy Khan Khumalo Kim King Knight Kowalski Kovács Kumar Lawson Lee Lewis
Lindqvist Lloyd Lopez MacDonald Mahmood Malik Marsh Marshall Martin Mason Matthews McCarthy
McDonald McKenzie Mehta Mensah Miah Miller Mills Mitchell Mohamed Moore Morgan Morris Murphy
Murray Müller Mwangi Nandakumar Nguyen Nkosi Nowak Nwosu O’Brien O’Connor O’Neill Obi Okafor
Okonkwo Oliveira Osei Owen Palmer Papadopoulos Park Parker Patel Pereira Petrov Phillips Popescu
Powell Price Qureshi Rahman Reid Reynolds Richards Richardson Roberts Robinson Rodríguez Rogers
Rose Rossi Russell Ryan Saleh Santos Saunders Schmidt Scott Shah Sharma Shaw Siddiqui Simpson
Singh Smith Sokolov Spencer Stanley Stevens Stewart Stone Suleiman Sullivan Taylor Thomas
Thompson Tkachenko Todorov Tran Turner Uddin Usman Van-Dijk Varga Walker Wallace Walsh Ward
Warsame Watson Webb West White Whitfield Wilkinson Williams Wilson Wong Wood Wright Yildiz Young
Yusuf Zhang Zhou Zieliński
"""
_SUFFIX = ("", "", "-Hughes", "-Khan", "-Reid", "son", "-Okoye", "ova")
_STREET = """
Mill Lane;Station Road;Church Street;Quay Street;Fernbank Avenue;Linden Grove;Harbour Street;
Marsh Close;Eastgate;Westholme Road;Saltmarsh Way;Bryn Terrace;Lighthouse Row;Victoria Crescent;
Albert Road;Orchard Drive;Meadow View;Kestrel Court;Chapel Hill;Windmill Rise;Brook Street;
Priory Gardens;Castle Street;Cedar Walk;Tanyard Lane;Foundry Street;Coronation Road;Beacon Hill;
Sycamore Close
"""
GIVEN_NAMES = tuple(_GIVEN.split())
FAMILY_NAMES = tuple(dict.fromkeys(name + end for name, end in product(_FAMILY.split(), _SUFFIX)))
STREETS = tuple(street.strip() for street in _STREET.split(";") if street.strip())

_WHO = """
Mum|Dad|Gran|the health visitor|the school nurse|the tenancy officer|her aunt|his uncle|
the landlord|the class teacher|the midwife|our duty worker|the youth worker|
the speech therapist|a neighbour|the GP receptionist|the debt adviser|the nursery manager|
the attendance officer|the support worker|the family group conference co-ordinator|
the counsellor|the pharmacist|the interpreter|the police officer
"""
_DID = """
rang about|asked for help with|is worried about|feels better about|wants to talk about|
brought up|has not heard about|wrote a letter about|agreed a plan for|
cancelled the appointment about|missed the meeting about|came early for|left a message about|
is pleased with|was cross about|explained|does not understand|will check|has already sorted out|
promised to chase|filled in a form for|kept a diary of|laughed about|was tearful about|
sent photographs of|complained about|followed up
"""
_WHAT = """
the damp in the bathroom|sleep at night|the school run|rent arrears|free school meals|
the broken boiler|speech and language sessions|asthma inhalers|the parenting course|
a place at nursery|bedtime routines|homework club|the universal credit payment|
the court hearing|contact at weekends|behaviour in class|the new baby’s weight|dental pain|
the food bank voucher|a referral to CAMHS|the education health and care plan|her anxiety|
his drinking|the neighbour’s dog|swimming lessons|the bus pass|an eye test|the housing transfer|
the carers’ group|a fall on the stairs|missing medication|the safety plan|his temper|
school uniform|the mould behind the wardrobe|an exclusion last week|the birthday party|
feeding and reflux|the allotment|a blue badge|physiotherapy exercises|the smoke alarm|
bullying on the bus|the new partner|settled status|the immunisation letter|potty training|
screen time|the energy meter|a lost phone|the football team
"""
_WHEN = """
this morning|yesterday|last Tuesday|on the way home|after the visit|before half-term|
over the weekend|during the call|at drop-off|for the third time|again|with tears in her eyes|
quite calmly|at some length|in front of the children|by text|in the waiting room|
on the doorstep|since the summer|without being asked
"""
_RARE_STARTS = ("bar", "cor", "del", "fen", "gor", "hal", "kel", "lin", "mar", "nor", "pel", "ros",
                "sal", "tor", "ver", "wes", "yar", "zel", "thorn", "quin")  # fmt: skip
_RARE_ENDS = ("by", "combe", "dale", "den", "field", "ford", "ham", "hurst", "ley", "mere", "ness",
              "port", "sett", "stead", "ster", "ton", "wick", "worth", "bridge", "low")  # fmt: skip
SENTENCES = 60_000


def sentences(chance: random.Random) -> list[str]:
    """Return many different sentences; a few name places that are hardly ever named."""
    who, did, what, when = (
        tuple(part.strip() for part in parts.split("|") if part.strip())
        for parts in (_WHO, _DID, _WHAT, _WHEN)
    )
    middles = ("a", "e", "i", "o", "u", "en", "er", "ing", "ol", "un")
    rare = ["".join(parts).title() for parts in product(_RARE_STARTS, middles, _RARE_ENDS)]
    told = []
    for n in range(SENTENCES):
        said = " ".join(map(chance.choice, (who, did, what, when)))
        where = f" in {chance.choice(rare)}" if n % 5 == 0 else ""
        told.append(f"{said[0].upper()}{said[1:]}{where}.")
    return told
