/* A search tree of 2000 inserts. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct node {
    long key;
    struct node *left, *right;
};

static struct node* new_node(long key) {
    struct node* n = calloc(1, sizeof *n);
    n->key = key;
    return n;
}

static void insert(struct node* n, long key) {
    struct node** side = key < n->key ? &n->left : &n->right;
    if (key == n->key) return;
    if (*side)
        insert(*side, key);
    else
        *side = new_node(key);
}

static int depth(const struct node* n) {
    const int left = n->left ? depth(n->left) : 0, right = n->right ? depth(n->right) : 0;
    return 1 + (left > right ? left : right);
}

static void release(struct node* n) {
    if (!n) return;
    release(n->left);
    release(n->right);
    free(n);
}

int main(void) {
    uint64_t seed = 12345;
    int total = 0;
    for (int round = 0; round < 200; ++round) {
        struct node* root = new_node(1 << 30);
        for (int i = 0; i < 2000; ++i) {
            seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF;
            insert(root, (long)seed);
        }
        total += depth(root);
        release(root);
    }
    printf("%d\n", total);
}
