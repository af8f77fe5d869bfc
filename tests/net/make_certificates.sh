#!/usr/bin/env bash
# Makes the certificates that the tests of TLS use, in the folder $1: two authorities (ca, other),
# and NAME.pem with NAME.key for servers and clients.
set -euo pipefail
cd "$1"
exec >make.log 2>&1

cat >ca.cnf <<'END'
[ca]
default_ca = settings
[settings]
new_certs_dir = .
database = index.txt
serial = serial
default_md = sha256
policy = policy
copy_extensions = copy
[policy]
commonName = supplied
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
END
: >index.txt
echo unique_subject = no >index.txt.attr
echo 1000 >serial

readonly begin=20200101000000Z end=21200101000000Z

# NAME SUBJECT ALTERNATIVE-NAMES
request() {
    openssl req -config ca.cnf -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes \
        -keyout "$1.key" -out "$1.csr" -subj "/CN=$2" ${3:+-addext "subjectAltName=$3"}
}
authority() {
    request "$1" "$2"
    openssl ca -config ca.cnf -batch -notext -selfsign -keyfile "$1.key" -in "$1.csr" \
        -out "$1.pem" -startdate $begin -enddate $end -extensions authority
}
# NAME SUBJECT ALTERNATIVE-NAMES [BEGIN END]
certificate() {
    request "$1" "$2" "$3"
    openssl ca -config ca.cnf -batch -notext -cert ca.pem -keyfile ca.key -in "$1.csr" \
        -out "$1.pem" -startdate "${4:-$begin}" -enddate "${5:-$end}"
}

authority ca "Test CA"
authority other "Other CA"
certificate good broker.test "DNS:broker.test,DNS:*.wild.test,DNS:localhost,IP:127.0.0.1"
certificate expired broker.test "DNS:broker.test,DNS:localhost" $begin 20240102000000Z
certificate early broker.test "DNS:broker.test,DNS:localhost" 21000101000000Z $end
certificate plain plain.test ""
request self broker.test "DNS:broker.test,DNS:localhost"
openssl ca -config ca.cnf -batch -notext -selfsign -keyfile self.key -in self.csr -out self.pem \
    -startdate $begin -enddate $end
openssl req -config ca.cnf -new -newkey rsa:2048 -nodes -keyout rsa.key -out rsa.csr \
    -subj /CN=rsa.test -addext "subjectAltName=DNS:rsa.test,DNS:localhost"
openssl ca -config ca.cnf -batch -notext -cert ca.pem -keyfile ca.key -in rsa.csr -out rsa.pem \
    -startdate $begin -enddate $end
chmod a+r ./*.key
